package dev.partnerauth.testkit.resource;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.partnerauth.scope.Operation;
import dev.partnerauth.scope.Resource;
import dev.partnerauth.scope.Route;
import dev.partnerauth.testkit.engine.PresentedToken;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What happened to an app's interviews and binders; only a general token opens it. Beyond a
 * thousand the oldest are forgotten.
 */
final class Events implements Service {

  private record Event(String owner, String type, String subject, Instant at) {}

  private final Deque<Event> events = new ArrayDeque<>();

  /**
   * @param subject the id of the interview or binder
   */
  synchronized void tell(String owner, String type, String subject, Instant at) {
    if (events.size() == ResourceFacts.EVENTS_KEPT) {
      events.removeFirst();
    }
    events.addLast(new Event(owner, type, subject, at));
  }

  @Override
  public boolean serves(Operation operation) {
    return operation == Operation.USE_EVENTS;
  }

  @Override
  public Either<ResourceAnswer, Resource> touched(
      Route route, ResourceRequest request, PresentedToken token) {
    return Either.right(Resource.none());
  }

  @Override
  public ResourceAnswer answer(Route route, ResourceRequest request, PresentedToken token) {
    return request.method().equals("GET")
        ? new ResourceAnswer.Json(200, of(token.owner()))
        : ResourceAnswer.methodNotAllowed("Events can be read only.");
  }

  private synchronized JsonArray of(String owner) {
    JsonArray list = new JsonArray();
    events.stream()
        .filter(event -> event.owner().equals(owner))
        .forEach(
            event -> {
              JsonObject json = new JsonObject();
              json.addProperty("eventType", event.type());
              json.addProperty("subjectId", event.subject());
              json.addProperty("occurredAt", event.at().toString());
              list.add(json);
            });
    return list;
  }
}
