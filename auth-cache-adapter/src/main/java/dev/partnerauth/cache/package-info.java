/**
 * Tokens that are kept and renewed: in process with {@link
 * dev.partnerauth.cache.CaffeineTokenCache}, shared between nodes with {@link
 * dev.partnerauth.cache.redis.RedisTokenCache}, or over a {@link dev.partnerauth.cache.TokenStore}
 * of one's own.
 *
 * <p>Behind it, one state machine for each key: {@code CachedTokens} reads, {@code KeyDriver} takes
 * what happens, {@code Transitions} decides what follows. A key that rests has a {@link
 * dev.partnerauth.cache.CacheEntry} and nothing else; one at work has a {@code Cell}.
 */
@NullMarked
package dev.partnerauth.cache;

import org.jspecify.annotations.NullMarked;
