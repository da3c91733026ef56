/** The shapes on the wire, and the one place where they become domain values. Not exported. */
@NullMarked
package dev.partnerauth.http.wire;

import org.jspecify.annotations.NullMarked;
