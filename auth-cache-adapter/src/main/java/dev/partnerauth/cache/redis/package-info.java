/**
 * A store that nodes share through Redis: {@link dev.partnerauth.cache.redis.RedisTokenCache}. What
 * lies in Redis is sealed by a {@link dev.partnerauth.cache.redis.KeyRing}; without Redis each node
 * goes on alone. Needs Lettuce, which this library does not bring along.
 */
@NullMarked
package dev.partnerauth.cache.redis;

import org.jspecify.annotations.NullMarked;
