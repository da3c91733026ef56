/** A partner's back end on Jakarta REST and servlets. */
@NullMarked
package dev.partnerauth.examples.jakartarest;

import org.jspecify.annotations.NullMarked;
