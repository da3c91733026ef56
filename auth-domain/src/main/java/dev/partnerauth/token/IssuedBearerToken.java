package dev.partnerauth.token;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the two kinds of access token have in common. Holds its times as numbers: instants would
 * take twice the room, in a cache of many tokens.
 */
abstract class IssuedBearerToken extends IssuedToken {

  private static final int NEVER = -1;

  private final long obtainedSecond;
  private final long expiresSecond;
  private final long issuedSecond;
  private final int obtainedNano;
  private final int expiresNano;
  private final int issuedNano;
  private final List<String> apiProducts;

  IssuedBearerToken(TokenText text, TokenTimes times, List<String> apiProducts) {
    super(text);
    Instant obtained = times.obtainedAt();
    this.obtainedSecond = obtained.getEpochSecond();
    this.obtainedNano = obtained.getNano();
    Instant expires = times.expiresAt();
    this.expiresSecond = expires.getEpochSecond();
    this.expiresNano = expires.getNano();
    this.issuedSecond = times.issuedAt().map(Instant::getEpochSecond).orElse(0L);
    this.issuedNano = times.issuedAt().map(Instant::getNano).orElse(NEVER);
    this.apiProducts = List.copyOf(apiProducts);
  }

  public TokenTimes times() {
    return new TokenTimes(obtainedAt(), expiresAt(), issuedAt());
  }

  public Instant obtainedAt() {
    return Instant.ofEpochSecond(obtainedSecond, obtainedNano);
  }

  public Instant expiresAt() {
    return Instant.ofEpochSecond(expiresSecond, expiresNano);
  }

  private Optional<Instant> issuedAt() {
    return issuedNano == NEVER
        ? Optional.empty()
        : Optional.of(Instant.ofEpochSecond(issuedSecond, issuedNano));
  }

  /** The API products that the app may use, as the answer listed them. */
  public List<String> apiProducts() {
    return apiProducts;
  }
}
