package dev.partnerauth.testkit.server;

import com.google.gson.JsonObject;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.testkit.engine.Answered;
import dev.partnerauth.testkit.engine.PlatformEngine;
import dev.partnerauth.testkit.engine.TokenEndpoints;
import dev.partnerauth.testkit.fault.Fault;
import dev.partnerauth.testkit.fault.GatewayError;
import dev.partnerauth.testkit.fault.OddAnswer;
import dev.partnerauth.testkit.fault.RequestKind;
import dev.partnerauth.testkit.journal.Journal;
import dev.partnerauth.testkit.journal.JournalEntry;
import dev.partnerauth.testkit.resource.ResourceRequest;
import dev.partnerauth.testkit.resource.Resources;
import java.util.Optional;
import java.util.function.Function;

/** Which path asks the platform for what. */
final class PlatformRoutes {

  static final String BASE = "/partners/v1/auth";
  private static final String ACCESS_TOKEN = BASE + Endpoint.ACCESS_TOKEN.path();
  private static final String SERVICE_TOKEN = BASE + Endpoint.SERVICE_TOKEN.path();

  private final PlatformEngine engine;
  private final TokenEndpoints endpoints;
  private final Journal journal;

  private final Resources resources;

  PlatformRoutes(
      PlatformEngine engine, TokenEndpoints endpoints, Resources resources, Journal journal) {
    this.engine = engine;
    this.endpoints = endpoints;
    this.resources = resources;
    this.journal = journal;
  }

  /**
   * @param target path and query
   */
  WireAnswer answer(String method, String target, Optional<String> authorization, String body) {
    String path = Targets.path(target);
    if (path.equals(ACCESS_TOKEN) || path.equals(SERVICE_TOKEN)) {
      if (!method.equals("POST")) {
        return unexpected(
            method + " " + path, WireAnswer.problem(405, "Method not allowed", "Use POST."));
      }
      return path.equals(ACCESS_TOKEN) ? accessToken(body) : serviceToken(authorization, body);
    }
    return resources
        .answer(
            new ResourceRequest(
                method,
                path,
                Targets.query(target),
                authorization.flatMap(PlatformRoutes::bearer),
                WireFormat.object(body)))
        .map(answer -> WireFormat.resource(answer, engine.now(), path))
        .orElseGet(
            () ->
                unexpected(
                    method + " " + path,
                    WireAnswer.problem(
                        404,
                        "No such path",
                        "The sandbox serves POST "
                            + ACCESS_TOKEN
                            + ", POST "
                            + SERVICE_TOKEN
                            + " and operations of the platform, such as GET"
                            + " /rocketdoc/v2/interviews.")));
  }

  private WireAnswer accessToken(String body) {
    return answer(
        endpoints.accessToken(WireFormat.tokenRequest(body)),
        ACCESS_TOKEN,
        WireFormat::bearerToken);
  }

  private WireAnswer serviceToken(Optional<String> authorization, String body) {
    return answer(
        endpoints.serviceToken(
            authorization.flatMap(PlatformRoutes::bearer), WireFormat.purposeRequest(body)),
        SERVICE_TOKEN,
        WireFormat::serviceToken);
  }

  private <T> WireAnswer answer(
      Answered<T> answered, String path, Function<T, JsonObject> granted) {
    Fault fault = answered.planned().fault();
    WireAnswer answer =
        fault instanceof GatewayError error
            ? WireFormat.gatewayError(error)
            : answered
                .decision()
                .fold(
                    refusal -> WireFormat.refusal(refusal, engine.now(), path),
                    token ->
                        fault instanceof OddAnswer odd
                            ? OddBodies.of(odd, granted.apply(token))
                            : WireAnswer.json(200, granted.apply(token)));
    return answered.planned().isNothing() ? answer : answer.goingWrong(answered.planned());
  }

  /** Also into the journal: whoever tests wants to know of it. */
  WireAnswer unexpected(String request, WireAnswer problem) {
    journal.add(
        new JournalEntry(
            journal.nextNumber(),
            engine.now(),
            RequestKind.OTHER,
            request,
            Optional.empty(),
            Optional.empty(),
            new JournalEntry.Answer(problem.status(), Optional.of("unexpected"), Optional.empty()),
            Optional.empty()));
    return problem;
  }

  /** The scheme's name is not case-sensitive (RFC 9110 section 11.1). */
  private static Optional<String> bearer(String authorization) {
    return authorization.regionMatches(true, 0, "Bearer ", 0, 7)
        ? Optional.of(authorization.substring(7).strip())
        : Optional.empty();
  }
}
