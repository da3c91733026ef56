package dev.partnerauth.testkit.resource;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.partnerauth.claim.InterviewId;
import dev.partnerauth.claim.Upid;
import dev.partnerauth.purpose.StandardPurposes;
import dev.partnerauth.scope.Operation;
import dev.partnerauth.scope.Resource;
import dev.partnerauth.scope.Route;
import dev.partnerauth.testkit.engine.IssuedServiceToken;
import dev.partnerauth.testkit.engine.PlatformEngine;
import dev.partnerauth.testkit.engine.PresentedToken;
import dev.partnerauth.testkit.engine.PurposeRequest;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** RocketDocument v2, as far as contract section 5 tells of it. Thread-safe. */
final class RocketDocument implements Service {

  private static final Set<Operation> SERVED =
      Set.copyOf(EnumSet.range(Operation.LIST_TEMPLATES, Operation.GET_DOCUMENT));

  private static final String THUMBNAIL =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"90\" height=\"120\">"
          + "<rect width=\"90\" height=\"120\" fill=\"#fff\" stroke=\"#57606a\"/>"
          + "<path d=\"M15 30h60M15 50h60M15 70h40\" stroke=\"#57606a\"/></svg>";

  private final PlatformEngine engine;
  private final Binders binders;
  private final Events events;
  private final Interviews interviews = new Interviews();

  RocketDocument(PlatformEngine engine, Binders binders, Events events) {
    this.engine = engine;
    this.binders = binders;
    this.events = events;
  }

  @Override
  public boolean serves(Operation operation) {
    return SERVED.contains(operation);
  }

  @Override
  public ResourceAnswer open(Route route) {
    if (!LeaseTemplate.ID.equals(ResourceRequest.variable(route, "templateId"))) {
      return ResourceAnswer.noSuch("template");
    }
    return route.operation() == Operation.GET_TEMPLATE_THUMBNAIL
        ? new ResourceAnswer.Text(200, "image/svg+xml", THUMBNAIL)
        : new ResourceAnswer.Text(200, "text/html", LeaseTemplate.html(new JsonObject()));
  }

  @Override
  public Either<ResourceAnswer, Resource> touched(
      Route route, ResourceRequest request, PresentedToken token) {
    return switch (route.operation().access()) {
      case OWN_INTERVIEW -> interview(route, token).map(RocketDocument::resource);
      case OWN_INTERVIEWS_DOCUMENT ->
          documentsInterview(route, request, token)
              .map(interview -> Resource.documentOf(interview.id()));
      default -> Either.right(Resource.none());
    };
  }

  private static Resource resource(Interview interview) {
    Resource.Interview resource = Resource.interview(interview.id());
    return interview.party().<Resource>map(resource::of).orElse(resource);
  }

  private Either<ResourceAnswer, Interview> interview(Route route, PresentedToken token) {
    return owned(
        interviews.find(new InterviewId(ResourceRequest.variable(route, "interviewId"))), token);
  }

  private Either<ResourceAnswer, Interview> documentsInterview(
      Route route, ResourceRequest request, PresentedToken token) {
    return owned(
        route.operation() == Operation.GET_DOCUMENT
            ? interviews.withDocument(ResourceRequest.variable(route, "documentId"))
            : request
                .text("interviewId")
                .flatMap(id -> InterviewId.of(id).toJavaOptional())
                .flatMap(interviews::find),
        token);
  }

  /** Another app's interview is one that does not exist. */
  private static Either<ResourceAnswer, Interview> owned(
      Optional<Interview> found, PresentedToken token) {
    return found
        .filter(interview -> interview.owner().equals(token.owner()))
        .<Either<ResourceAnswer, Interview>>map(Either::right)
        .orElseGet(() -> Either.left(ResourceAnswer.noSuch("interview")));
  }

  @Override
  public ResourceAnswer answer(Route route, ResourceRequest request, PresentedToken token) {
    return switch (route.operation()) {
      case LIST_TEMPLATES -> new ResourceAnswer.Json(200, templates());
      case GET_TEMPLATE -> template(route, LeaseTemplate.json());
      case GET_TAGGED_ANSWER_MODEL -> template(route, LeaseTemplate.taggedAnswerModel());
      case CREATE_INTERVIEW -> create(request, token);
      case LIST_INTERVIEWS -> list(request, token);
      case CREATE_DOCUMENT -> document(documentsInterview(route, request, token), 201);
      case GET_DOCUMENT -> document(documentsInterview(route, request, token), 200);
      default ->
          interview(route, token)
              .fold(refused -> refused, interview -> answer(route, request, interview));
    };
  }

  private ResourceAnswer answer(Route route, ResourceRequest request, Interview interview) {
    return switch (route.operation()) {
      case GET_INTERVIEW -> new ResourceAnswer.Json(200, interview.json());
      case UPDATE_INTERVIEW -> update(request, interview, "answersPayload");
      case DELETE_INTERVIEW -> {
        interviews.remove(interview.id());
        yield new ResourceAnswer.Empty(204);
      }
      case GET_INTERVIEW_PAGE -> page(route, interview);
      case ANSWER_INTERVIEW_PAGE -> answerPage(route, request, interview);
      case GET_TAGGED_ANSWERS -> new ResourceAnswer.Json(200, tagged(interview));
      case SUBMIT_TAGGED_ANSWERS -> update(request, interview, "taggedAnswers");
      case COMPLETE_INTERVIEW -> complete(interview);
      default -> throw new IllegalStateException(route.operation() + " is not served");
    };
  }

  private static JsonArray templates() {
    JsonArray templates = new JsonArray();
    templates.add(LeaseTemplate.json());
    return templates;
  }

  private static ResourceAnswer template(Route route, JsonObject json) {
    return LeaseTemplate.ID.equals(ResourceRequest.variable(route, "templateId"))
        ? new ResourceAnswer.Json(200, json)
        : ResourceAnswer.noSuch("template");
  }

  private ResourceAnswer create(ResourceRequest request, PresentedToken token) {
    if (!request.text("templateId").filter(LeaseTemplate.ID::equals).isPresent()) {
      return ResourceAnswer.badRequest("templateId is missing or unknown. List the templates.");
    }
    String storage = request.text("storageType").orElse("persistent");
    if (storage.equals("ephemeral")) {
      return created(request, token, Optional.empty(), Optional.empty());
    }
    if (!storage.equals("persistent")) {
      return ResourceAnswer.badRequest("storageType is neither persistent nor ephemeral.");
    }
    Optional<String> email = request.text("partyEmailAddress");
    Optional<String> binder = request.text("binderId");
    if (email.isPresent() == binder.isPresent()) {
      return ResourceAnswer.badRequest(
          "A persistent interview takes partyEmailAddress or binderId, one of the two.");
    }
    if (binder.isPresent() && !binders.has(token.owner(), binder.get())) {
      return ResourceAnswer.noSuch("binder");
    }
    return created(
        request,
        token,
        email.map(address -> Binders.upid(token.owner(), address)),
        email
            .map(address -> binders.create(token.owner(), LeaseTemplate.NAME, address))
            .or(() -> binder));
  }

  private ResourceAnswer created(
      ResourceRequest request,
      PresentedToken token,
      Optional<Upid> party,
      Optional<String> binderId) {
    Instant now = engine.now();
    Interview interview =
        new Interview(
            new InterviewId(UUID.randomUUID().toString()),
            token.owner(),
            party,
            request.text("partnerEndUserId"),
            binderId,
            UUID.randomUUID().toString(),
            new JsonObject(),
            false,
            1,
            now,
            now);
    interviews.add(interview);
    events.tell(token.owner(), "INTERVIEW_CREATED", interview.id().value(), now);
    if (request.text("binderId").isPresent() && !interview.isEphemeral()) {
      return new ResourceAnswer.Json(201, interview.json());
    }
    IssuedServiceToken delegated =
        engine.serviceTokenFor(
            token,
            new PurposeRequest(
                Optional.of(StandardPurposes.INTERVIEW.name()),
                Optional.empty(),
                claims(interview)),
            now.plus(ResourceFacts.DELEGATED_FOR));
    return new ResourceAnswer.WithServiceToken(
        201, interview.json(), delegated.text(), delegated.lineage());
  }

  /** To the party of a persistent interview, to an ephemeral one itself. */
  private static Map<String, String> claims(Interview interview) {
    return interview
        .party()
        .map(party -> Map.of("upid", party.value()))
        .orElseGet(() -> Map.of("interviewId", interview.id().value()));
  }

  private ResourceAnswer list(ResourceRequest request, PresentedToken token) {
    Optional<String> user = Optional.ofNullable(request.query().get("partnerEndUserId"));
    JsonArray list = new JsonArray();
    interviews.of(token.owner()).stream()
        .filter(interview -> user.isEmpty() || user.equals(interview.partnerEndUserId()))
        .forEach(interview -> list.add(interview.json()));
    return new ResourceAnswer.Json(200, list);
  }

  private ResourceAnswer update(ResourceRequest request, Interview interview, String member) {
    Optional<JsonObject> answers = request.object(member);
    if (answers.isEmpty()) {
      return ResourceAnswer.badRequest(member + " is missing, or is no object.");
    }
    return changed(interview.id(), answers.get())
        .<ResourceAnswer>map(now -> new ResourceAnswer.Json(200, now.json()))
        .orElseGet(() -> ResourceAnswer.noSuch("interview"));
  }

  private Optional<Interview> changed(InterviewId id, JsonObject answers) {
    return interviews.change(id, interview -> interview.answering(answers, engine.now()));
  }

  private ResourceAnswer page(Route route, Interview interview) {
    String pageId = ResourceRequest.variable(route, "pageId");
    if (interview.isEphemeral() && !pageId.equals("first")) {
      return ResourceAnswer.methodNotAllowed(
          "Of an ephemeral interview only the page first can be got.");
    }
    return InterviewPage.of(interview, pageId)
        .<ResourceAnswer>map(page -> new ResourceAnswer.Json(200, page))
        .orElseGet(() -> ResourceAnswer.noSuch("page"));
  }

  private ResourceAnswer answerPage(Route route, ResourceRequest request, Interview interview) {
    String pageId = ResourceRequest.variable(route, "pageId");
    if (LeaseTemplate.indexOf(pageId).isEmpty()) {
      return ResourceAnswer.noSuch("page");
    }
    JsonObject answers = request.object("answersPayload").orElseGet(JsonObject::new).deepCopy();
    request
        .object("currentPageData")
        .flatMap(page -> Optional.ofNullable(page.getAsJsonObject("answers")))
        .ifPresent(
            page -> page.entrySet().forEach(one -> answers.add(one.getKey(), one.getValue())));
    return changed(interview.id(), answers)
        .flatMap(now -> InterviewPage.of(now, pageId))
        .<ResourceAnswer>map(page -> new ResourceAnswer.Json(200, page))
        .orElseGet(() -> ResourceAnswer.noSuch("interview"));
  }

  private static JsonObject tagged(Interview interview) {
    JsonObject json = new JsonObject();
    json.add("taggedAnswers", interview.answers().deepCopy());
    return json;
  }

  private ResourceAnswer complete(Interview interview) {
    if (interview.isEphemeral()) {
      return ResourceAnswer.badRequest(
          "An ephemeral interview has no binder to complete into. Create a document.");
    }
    events.tell(interview.owner(), "INTERVIEW_COMPLETED", interview.id().value(), engine.now());
    return interviews
        .change(interview.id(), known -> known.complete(engine.now()))
        .flatMap(Interview::binder)
        .<ResourceAnswer>map(
            binder -> {
              JsonObject json = new JsonObject();
              json.add("binder", binder);
              return new ResourceAnswer.Json(201, json);
            })
        .orElseGet(() -> ResourceAnswer.noSuch("interview"));
  }

  private static ResourceAnswer document(Either<ResourceAnswer, Interview> interview, int status) {
    return interview.fold(
        refused -> refused,
        known -> new ResourceAnswer.Text(status, "text/html", LeaseTemplate.html(known.answers())));
  }
}
