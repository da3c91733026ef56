/** A store that nodes share through Redis. */
@NullMarked
package dev.partnerauth.cache.redis;

import org.jspecify.annotations.NullMarked;
