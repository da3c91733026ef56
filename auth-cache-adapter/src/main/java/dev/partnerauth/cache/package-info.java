/**
 * Tokens that are kept and renewed: one concurrency core over the small {@link
 * dev.partnerauth.cache.TokenStore}, in process with {@link
 * dev.partnerauth.cache.CaffeineTokenCache}.
 */
@NullMarked
package dev.partnerauth.cache;

import org.jspecify.annotations.NullMarked;
