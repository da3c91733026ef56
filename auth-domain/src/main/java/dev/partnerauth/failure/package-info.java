/** Refusals as values, in four sealed groups by whose turn it is. */
@NullMarked
package dev.partnerauth.failure;

import org.jspecify.annotations.NullMarked;
