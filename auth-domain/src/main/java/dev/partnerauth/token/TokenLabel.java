package dev.partnerauth.token;

import dev.partnerauth.app.ClientId;
import java.util.Optional;

/**
 * What may be told of a {@link TokenKey} to anybody: no secret, and no end user's identifier.
 *
 * @param clientId the app that asks
 * @param kind the kind of token
 * @param purpose the purpose's name, where there is one and it is known
 * @since 0.1.0
 */
public record TokenLabel(ClientId clientId, TokenKind kind, Optional<String> purpose) {}
