package dev.partnerauth.testkit.engine;

import com.google.gson.JsonObject;
import dev.partnerauth.testkit.journal.Lineage;
import java.time.Instant;
import java.util.Optional;

/**
 * What a token that was signed here says of itself, whether or not it is still good for anything.
 */
public sealed interface OpenedToken {

  Instant expiration();

  Lineage lineage();

  /**
   * An access token.
   *
   * @param serviceData what a scoped one delegates
   */
  record ForAccess(
      String apiClientId, Optional<JsonObject> serviceData, Instant expiration, Lineage lineage)
      implements OpenedToken {}

  /** A service token. */
  record ForService(JsonObject serviceData, Instant expiration, Lineage lineage)
      implements OpenedToken {}

  /** Where it is an access token. */
  default Optional<ForAccess> forAccess() {
    return this instanceof ForAccess access ? Optional.of(access) : Optional.empty();
  }

  /** Where it is a service token. */
  default Optional<ForService> forService() {
    return this instanceof ForService service ? Optional.of(service) : Optional.empty();
  }
}
