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
public final class PlatformRoutes {

  static final String BASE = "/partners/v1/auth";
  private static final String ACCESS_TOKEN = BASE + Endpoint.ACCESS_TOKEN.path();
  private static final String SERVICE_TOKEN = BASE + Endpoint.SERVICE_TOKEN.path();

  private final PlatformEngine engine;
  private final TokenEndpoints endpoints;
  private final Journal journal;

  private final Resources resources;

  public PlatformRoutes(
      PlatformEngine engine, TokenEndpoints endpoints, Resources resources, Journal journal) {
    this.engine = engine;
    this.endpoints = endpoints;
    this.resources = resources;
    this.journal = journal;
  }

  WireAnswer answer(WireRequest request) {
    if (!request.path().equals(ACCESS_TOKEN) && !request.path().equals(SERVICE_TOKEN)) {
      return Cors.between(request, () -> operation(request));
    }
    return request.method().equals("POST")
        ? token(request)
        : unexpected(request, WireAnswer.problem(405, "Method not allowed", "Use POST."));
  }

  private WireAnswer token(WireRequest request) {
    return request.path().equals(ACCESS_TOKEN)
        ? answer(
            endpoints.accessToken(WireFormat.tokenRequest(request.body())),
            ACCESS_TOKEN,
            WireFormat::bearerToken)
        : answer(
            endpoints.serviceToken(request.bearer(), WireFormat.purposeRequest(request.body())),
            SERVICE_TOKEN,
            WireFormat::serviceToken);
  }

  private WireAnswer operation(WireRequest request) {
    return resources
        .answer(
            new ResourceRequest(
                request.method(),
                request.path(),
                request.query(),
                request.bearer(),
                request.json()))
        .map(
            answered ->
                WireFormat.resource(answered.answer(), engine.now(), request.path())
                    .numbered(answered.number())
                    .goingWrong(answered.planned()))
        .orElseGet(
            () ->
                unexpected(
                    request,
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
    return answer.numbered(answered.number()).goingWrong(answered.planned());
  }

  /** Also into the journal: whoever tests wants to know of it. */
  WireAnswer unexpected(WireRequest request, WireAnswer problem) {
    long number = journal.nextNumber();
    journal.add(
        new JournalEntry(
            number,
            engine.now(),
            RequestKind.OTHER,
            request.line(),
            Optional.empty(),
            Optional.empty(),
            new JournalEntry.Answer(problem.status(), Optional.of("unexpected"), Optional.empty()),
            Optional.empty()));
    return problem.numbered(number);
  }
}
