/** Claims: the named values that say which interview or party a service token is about. */
@NullMarked
package dev.partnerauth.claim;

import org.jspecify.annotations.NullMarked;
