package dev.partnerauth.testkit.resource;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.partnerauth.testkit.fault.GatewayError;
import dev.partnerauth.testkit.fault.Refusal;
import dev.partnerauth.testkit.journal.Lineage;
import java.util.Optional;

/** How the platform around the tokens answers. */
public sealed interface ResourceAnswer {

  int status();

  /** JSON. */
  record Json(int status, JsonElement body) implements ResourceAnswer {}

  /** JSON, and a service token beside it. */
  record WithServiceToken(int status, JsonObject body, String serviceToken, Lineage lineage)
      implements ResourceAnswer {

    @Override
    public String toString() {
      return "WithServiceToken[" + status + ", " + lineage + "]";
    }
  }

  /** Text of another kind. */
  record Text(int status, String contentType, String body) implements ResourceAnswer {}

  /** Nothing but a status. */
  record Empty(int status) implements ResourceAnswer {}

  /** The gateway refuses the token. */
  record TokenRefused(Refusal refusal) implements ResourceAnswer {
    @Override
    public int status() {
      return refusal.status();
    }
  }

  /** The gateway answers in the platform's stead. */
  record FromGateway(GatewayError error) implements ResourceAnswer {
    @Override
    public int status() {
      return error.status();
    }
  }

  /** The platform refuses the request. */
  record Refused(int status, String code, String message) implements ResourceAnswer {}

  static ResourceAnswer badRequest(String message) {
    return new Refused(400, "BAD_REQUEST", message);
  }

  static ResourceAnswer forbidden(String message) {
    return new Refused(403, "FORBIDDEN", message);
  }

  /** Also for what another app has. */
  static ResourceAnswer noSuch(String thing) {
    return new Refused(404, "NOT_FOUND", "There is no such " + thing + ".");
  }

  static ResourceAnswer methodNotAllowed(String message) {
    return new Refused(405, "METHOD_NOT_ALLOWED", message);
  }

  /** The platform's error code, where it refuses. */
  default Optional<String> errorCode() {
    if (this instanceof TokenRefused refused) {
      return Optional.of(refused.refusal().code());
    }
    if (this instanceof FromGateway gateway) {
      return gateway.error().code();
    }
    return this instanceof Refused refused ? Optional.of(refused.code()) : Optional.empty();
  }
}
