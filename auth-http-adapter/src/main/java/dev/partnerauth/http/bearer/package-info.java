/**
 * Calls to the platform with a token: {@link dev.partnerauth.http.bearer.BearerCalls} is the door.
 */
@NullMarked
package dev.partnerauth.http.bearer;

import org.jspecify.annotations.NullMarked;
