package dev.partnerauth.token;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What can be read from a token's text. The platform signs with its own key, so a partner can read
 * a token but never verify it: an inspection informs, it decides nothing (contract section 4).
 *
 * @since 0.1.0
 */
public sealed interface TokenInspection {

  /** {@code exp}, where it could be read. */
  Optional<Instant> expiresAt();

  /** The purpose and claims of the token's {@code srv} object, where it has one. */
  Optional<DelegatedPurpose> delegates();

  /** Which of the three tokens it seems to be. */
  TokenKind kind();

  /**
   * A JWT.
   *
   * @param header its members, nested ones with dotted names, as text
   * @param payload likewise; may hold an end user's identifiers
   * @param audience {@code aud}, which may be one string or several
   * @param signed false when the signature is cut off, as in published samples
   */
  record Jwt(
      Map<String, String> header,
      Map<String, String> payload,
      List<String> audience,
      Optional<Instant> issuedAt,
      Optional<Instant> expiresAt,
      Optional<DelegatedPurpose> delegates,
      boolean signed)
      implements TokenInspection {

    private static final String ACCESS_TOKENS = "rocketlawyer.com/access-tokens";
    private static final String SERVICE_TOKENS = "rocketlawyer.com/service-tokens";

    @Override
    public TokenKind kind() {
      if (audience.contains(SERVICE_TOKENS)) {
        return TokenKind.SERVICE;
      }
      if (audience.contains(ACCESS_TOKENS)) {
        return delegates.isPresent() ? TokenKind.SCOPED_ACCESS : TokenKind.ACCESS;
      }
      return TokenKind.UNKNOWN;
    }

    /** Kind and numbers only: names and values are foreign text, and may identify an end user. */
    @Override
    public String toString() {
      return "Jwt[" + kind() + ", " + header.size() + " and " + payload.size() + " members]";
    }
  }

  /**
   * Not a JWT that could be read. It may be a good token all the same: tokens are opaque.
   *
   * @param reason what did not fit, without the token's text
   */
  record Opaque(String reason) implements TokenInspection {
    @Override
    public Optional<Instant> expiresAt() {
      return Optional.empty();
    }

    @Override
    public Optional<DelegatedPurpose> delegates() {
      return Optional.empty();
    }

    @Override
    public TokenKind kind() {
      return TokenKind.UNKNOWN;
    }
  }
}
