/** What happened to tokens, for whoever watches. */
@NullMarked
package dev.partnerauth.event;

import org.jspecify.annotations.NullMarked;
