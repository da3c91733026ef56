/**
 * A store that nodes share through Redis: {@link dev.partnerauth.cache.redis.RedisTokenCache}. What
 * lies in Redis is sealed by a {@link dev.partnerauth.cache.redis.KeyRing}; without Redis each node
 * goes on alone.
 *
 * <p>Needs Lettuce, which this library does not bring along. On the module path Lettuce does not
 * name the modules of Netty that it needs: start with {@code --add-modules ALL-MODULE-PATH}.
 */
@NullMarked
package dev.partnerauth.cache.redis;

import org.jspecify.annotations.NullMarked;
