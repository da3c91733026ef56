/**
 * Tokens that are kept and renewed: one concurrency core over the small {@link
 * dev.partnerauth.cache.TokenStore}, in process with {@link
 * dev.partnerauth.cache.CaffeineTokenCache}, shared between nodes with {@link
 * dev.partnerauth.cache.redis.RedisTokenCache}.
 */
@NullMarked
package dev.partnerauth.cache;

import org.jspecify.annotations.NullMarked;
