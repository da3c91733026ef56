package dev.partnerauth.port;

import dev.partnerauth.failure.Endpoint;

/**
 * One endpoint of one server. Two are equal when they are the same endpoint behind the same {@code
 * api}, so what one key learns about it holds for all keys.
 *
 * @since 0.1.0
 */
public record TokenEndpoint(AuthenticationApi api, Endpoint endpoint) {}
