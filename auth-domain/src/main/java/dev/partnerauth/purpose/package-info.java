/** Purposes: what a service token may be used for, as data. A purpose knows its own claims. */
@NullMarked
package dev.partnerauth.purpose;

import org.jspecify.annotations.NullMarked;
