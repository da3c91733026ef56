package dev.partnerauth.testkit.admin;

import com.google.gson.JsonObject;
import dev.partnerauth.testkit.server.Part;
import dev.partnerauth.testkit.server.WireAnswer;
import dev.partnerauth.testkit.server.WireRequest;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** {@code GET /health}: up as long as the platform is served. */
public record Health(BooleanSupplier serving) implements Part {

  private static final Set<String> READING = Set.of("GET", "HEAD");

  @Override
  public Optional<WireAnswer> answer(WireRequest request) {
    if (!request.path().equals("/health") || !READING.contains(request.method())) {
      return Optional.empty();
    }
    boolean up = serving.getAsBoolean();
    JsonObject health = new JsonObject();
    health.addProperty("status", up ? "UP" : "DOWN");
    return Optional.of(WireAnswer.json(up ? 200 : 503, health));
  }
}
