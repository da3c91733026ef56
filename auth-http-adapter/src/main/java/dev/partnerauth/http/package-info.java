/**
 * The Authentication API over HTTP: {@link dev.partnerauth.http.HttpAuthenticationApi} is the door,
 * {@link dev.partnerauth.http.transport.HttpTransport} the place where another HTTP client is
 * plugged in.
 */
@NullMarked
package dev.partnerauth.http;

import org.jspecify.annotations.NullMarked;
