/** The shapes on the wire, and the reader that checks them. Not exported. */
@NullMarked
package dev.partnerauth.http.wire;

import org.jspecify.annotations.NullMarked;
