/** A partner's back end on the JDK's own HTTP server. */
@NullMarked
package dev.partnerauth.examples.plain;

import org.jspecify.annotations.NullMarked;
