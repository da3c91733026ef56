package dev.partnerauth.testkit.resource;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.partnerauth.claim.BinderId;
import dev.partnerauth.claim.Upid;
import dev.partnerauth.scope.Operation;
import dev.partnerauth.scope.PartyRole;
import dev.partnerauth.scope.Resource;
import dev.partnerauth.scope.Route;
import dev.partnerauth.scope.Scope;
import dev.partnerauth.testkit.engine.PresentedToken;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The binders of all apps, with their parties and roles. Beyond ten thousand the oldest are
 * forgotten. Thread-safe.
 */
final class Binders implements Service {

  private static final Set<Operation> SERVED =
      Set.copyOf(
          EnumSet.of(
              Operation.CREATE_BINDER,
              Operation.LIST_BINDERS,
              Operation.DELETE_BINDER,
              Operation.GET_BINDER,
              Operation.GET_BINDER_STATUS,
              Operation.UPDATE_BINDER,
              Operation.LIST_PARTIES,
              Operation.ADD_PARTY,
              Operation.REMOVE_PARTY,
              Operation.SIGN,
              Operation.DECLINE,
              Operation.INVITE));

  private final Map<BinderId, Binder> byId =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<BinderId, Binder> eldest) {
          return size() > ResourceFacts.BINDERS_KEPT;
        }
      };
  private final Events events;
  private final Supplier<Instant> clock;

  Binders(Events events, Supplier<Instant> clock) {
    this.events = events;
    this.clock = clock;
  }

  /** The same address is the same party of an app. */
  static Upid upid(String owner, String emailAddress) {
    return new Upid(
        UUID.nameUUIDFromBytes((owner + "\n" + emailAddress).getBytes(UTF_8)).toString());
  }

  /** That of a new persistent interview, whose party owns it and signs. */
  String create(String owner, String name, String emailAddress) {
    Party party =
        new Party(
            upid(owner, emailAddress),
            emailAddress,
            Set.of(PartyRole.OWNER, PartyRole.SIGNER),
            Party.State.ADDED);
    return add(owner, name, List.of(party)).id().value();
  }

  /** Whether the app has such a binder. */
  boolean has(String owner, String binderId) {
    return BinderId.of(binderId).toJavaOptional().flatMap(id -> find(id, owner)).isPresent();
  }

  private synchronized Binder add(String owner, String name, List<Party> parties) {
    Binder binder = new Binder(new BinderId(UUID.randomUUID().toString()), owner, name, parties);
    byId.put(binder.id(), binder);
    events.tell(owner, "BINDER_CREATED", binder.id().value(), clock.get());
    return binder;
  }

  private synchronized Optional<Binder> find(BinderId id, String owner) {
    return Optional.ofNullable(byId.get(id)).filter(binder -> binder.owner().equals(owner));
  }

  @Override
  public boolean serves(Operation operation) {
    return SERVED.contains(operation);
  }

  @Override
  public Either<ResourceAnswer, Resource> touched(
      Route route, ResourceRequest request, PresentedToken token) {
    return route.resource() instanceof Resource.Binder named
        ? find(named.id(), token.owner())
            .<Either<ResourceAnswer, Resource>>map(binder -> Either.right(binder.resource()))
            .orElseGet(() -> Either.left(ResourceAnswer.noSuch("binder")))
        : Either.right(Resource.none());
  }

  @Override
  public ResourceAnswer answer(Route route, ResourceRequest request, PresentedToken token) {
    if (route.operation() == Operation.CREATE_BINDER) {
      return create(request, token.owner());
    }
    if (route.operation() == Operation.LIST_BINDERS) {
      return new ResourceAnswer.Json(200, list(token.owner()));
    }
    BinderId id = new BinderId(ResourceRequest.variable(route, "binderId"));
    return find(id, token.owner())
        .map(binder -> answer(route, request, token, binder))
        .orElseGet(() -> ResourceAnswer.noSuch("binder"));
  }

  private ResourceAnswer answer(
      Route route, ResourceRequest request, PresentedToken token, Binder binder) {
    return switch (route.operation()) {
      case GET_BINDER -> new ResourceAnswer.Json(200, binder.json());
      case GET_BINDER_STATUS -> new ResourceAnswer.Json(200, status(binder));
      case LIST_PARTIES -> new ResourceAnswer.Json(200, binder.partiesJson());
      case DELETE_BINDER -> delete(binder);
      case UPDATE_BINDER ->
          request
              .text("name")
              .map(name -> changed(200, binder, known -> known.named(name)))
              .orElseGet(() -> ResourceAnswer.badRequest("name is missing, or is no string."));
      case ADD_PARTY ->
          party(binder.owner(), request.body().orElseGet(JsonObject::new))
              .fold(
                  ResourceAnswer::badRequest,
                  party -> changed(201, binder, known -> known.with(party)));
      case REMOVE_PARTY ->
          changed(
              200,
              binder,
              known -> known.without(new Upid(ResourceRequest.variable(route, "partyId"))));
      case INVITE ->
          changed(
              201,
              binder,
              known ->
                  known.each(
                      party ->
                          party.state() == Party.State.ADDED
                              ? party.now(Party.State.INVITED)
                              : party));
      case SIGN -> signed(request, token, binder, Party.State.SIGNED);
      case DECLINE -> signed(request, token, binder, Party.State.DECLINED);
      default -> throw new IllegalStateException(route.operation() + " is not served");
    };
  }

  private ResourceAnswer create(ResourceRequest request, String owner) {
    List<Party> parties = new ArrayList<>();
    JsonElement given = request.body().map(body -> body.get("parties")).orElseGet(JsonArray::new);
    if (!(given instanceof JsonArray list)) {
      return ResourceAnswer.badRequest("parties is no list.");
    }
    for (JsonElement one : list) {
      Either<String, Party> party =
          party(owner, one instanceof JsonObject object ? object : new JsonObject());
      if (party.isLeft()) {
        return ResourceAnswer.badRequest(party.getLeft());
      }
      parties.add(party.get());
    }
    Binder binder = add(owner, request.text("name").orElse("Binder"), parties);
    return new ResourceAnswer.Json(201, binder.json());
  }

  private static Either<String, Party> party(String owner, JsonObject json) {
    if (!(json.get("emailAddress") instanceof JsonPrimitive email)) {
      return Either.left("A party's emailAddress is missing.");
    }
    Set<PartyRole> roles = EnumSet.noneOf(PartyRole.class);
    if (json.get("roles") instanceof JsonArray names) {
      for (JsonElement name : names) {
        Optional<PartyRole> role = role(name);
        if (role.isEmpty()) {
          return Either.left("A party's role is none of OWNER, SIGNER and VIEWER.");
        }
        roles.add(role.get());
      }
    }
    if (roles.isEmpty()) {
      return Either.left("A party's roles are missing: OWNER, SIGNER or VIEWER.");
    }
    return Either.right(
        new Party(upid(owner, email.getAsString()), email.getAsString(), roles, Party.State.ADDED));
  }

  private static Optional<PartyRole> role(JsonElement name) {
    return EnumSet.allOf(PartyRole.class).stream()
        .filter(role -> name.isJsonPrimitive() && role.name().equals(name.getAsString()))
        .findFirst();
  }

  private synchronized JsonArray list(String owner) {
    JsonArray list = new JsonArray();
    byId.values().stream()
        .filter(binder -> binder.owner().equals(owner))
        .forEach(binder -> list.add(binder.json()));
    return list;
  }

  private static JsonObject status(Binder binder) {
    JsonObject json = new JsonObject();
    json.addProperty("status", binder.status());
    return json;
  }

  private synchronized ResourceAnswer delete(Binder binder) {
    byId.remove(binder.id());
    return new ResourceAnswer.Empty(204);
  }

  private synchronized ResourceAnswer changed(
      int status, Binder binder, UnaryOperator<Binder> change) {
    Optional<Binder> changed =
        Optional.ofNullable(byId.computeIfPresent(binder.id(), (id, known) -> change.apply(known)));
    changed.ifPresent(
        now -> events.tell(now.owner(), "BINDER_" + now.status(), now.id().value(), clock.get()));
    return changed
        .<ResourceAnswer>map(now -> new ResourceAnswer.Json(status, now.json()))
        .orElseGet(() -> ResourceAnswer.noSuch("binder"));
  }

  /** The token's party; with a general token the one that the request names. */
  private ResourceAnswer signed(
      ResourceRequest request, PresentedToken token, Binder binder, Party.State state) {
    Optional<Upid> who =
        token.scope() instanceof Scope.Party party
            ? Optional.of(party.upid())
            : request.text("partyId").flatMap(id -> Upid.of(id).toJavaOptional());
    return who.flatMap(binder::party)
        .map(party -> changed(201, binder, known -> known.with(party.now(state))))
        .orElseGet(
            () -> ResourceAnswer.badRequest("partyId is missing, or is no party of the binder."));
  }
}
