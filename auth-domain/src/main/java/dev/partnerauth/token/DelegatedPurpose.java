package dev.partnerauth.token;

import dev.partnerauth.claim.Claims;

/**
 * What a service token delegates, and what a scoped access token got from it.
 *
 * @param name the purpose's name, as the platform knows it; it need not be registered here
 */
public record DelegatedPurpose(String name, Claims claims) {}
