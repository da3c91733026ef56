package dev.partnerauth.examples.plain;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.partnerauth.PartnerAuth;
import dev.partnerauth.cache.CaffeineTokenCache;
import dev.partnerauth.claim.InterviewId;
import dev.partnerauth.http.BaseAddress;
import dev.partnerauth.http.HttpAuthenticationApi;
import dev.partnerauth.http.bearer.BearerCalls;
import dev.partnerauth.http.bearer.BearerTokens;
import dev.partnerauth.http.bearer.NoBearerTokenException;
import dev.partnerauth.http.bearer.PlatformHosts;
import dev.partnerauth.violation.InvalidRequestException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The back end, from its first request to its last. */
public final class BackEnd implements AutoCloseable {

  private static final Logger LOG = System.getLogger(BackEnd.class.getName());
  private static final Pattern OF_INTERVIEW =
      Pattern.compile("/interviews/([^/]+)/(token|service-token|document)");

  private final BaseAddress base;
  private final Site site;
  private final Sessions sessions;
  private final Interviews interviews;
  private final HandOut toOwnPage;
  private final HandOut toEmbeddedUx;
  private final HttpServer server;
  private final ExecutorService threads;
  private final HttpAuthenticationApi api;

  private BackEnd(Settings settings, Site site) throws IOException {
    this.base = settings.base();
    this.site = site;
    this.sessions = new Sessions(DemoUsers.passwords(), new SecureRandom(), settings.https());
    this.api = HttpAuthenticationApi.of(base);
    PartnerAuth auth = PartnerAuth.of(api, settings.backend(), CaffeineTokenCache.standard());
    HttpClient client =
        BearerCalls.with(BearerTokens.general(auth), PlatformHosts.of(base))
            .on(HttpClient.newHttpClient())
            .getOrElseThrow(InvalidRequestException::new);
    this.interviews = new Interviews(client, settings.rocketDocument(), settings.templateId());
    RateLimit rateLimit = new RateLimit();
    this.toOwnPage =
        HandOut.toOwnPage(interviews, rateLimit, auth.exchangingAs(settings.frontend()));
    this.toEmbeddedUx = HandOut.toEmbeddedUx(interviews, rateLimit, auth);
    this.threads = Executors.newFixedThreadPool(16);
    this.server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()), 0);
    auth.warmUp();
  }

  static BackEnd start(Settings settings, Site site) throws IOException {
    BackEnd backEnd = new BackEnd(settings, site);
    backEnd.server.createContext("/", backEnd::handle);
    backEnd.server.setExecutor(backEnd.threads);
    backEnd.server.start();
    return backEnd;
  }

  /** With a page of yours, configured by environment variables. */
  public static BackEnd start(Map<String, String> environment, Site site) throws IOException {
    return start(Settings.of(environment), site);
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  private void handle(HttpExchange exchange) {
    try (exchange) {
      route(new Call(exchange));
    } catch (IOException e) {
      LOG.log(Level.WARNING, "A browser went away", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void route(Call call) throws IOException, InterruptedException {
    boolean changes = !call.method().equals("GET");
    Optional<Session> session = sessions.of(call);
    if (changes && !sessions.isOurPage(call)) {
      call.answer(403);
    } else if (call.path().equals("/login")) {
      answerTo("POST", call, () -> sessions.signIn(call));
    } else if (!call.path().startsWith("/interviews")) {
      sessions.showCsrfToken(call);
      site.serve(call, base.root().toString());
    } else if (session.isEmpty()) {
      call.answer(401);
    } else {
      toOwner(call, session.get());
    }
  }

  private void toOwner(Call call, Session session) throws IOException, InterruptedException {
    Matcher path = OF_INTERVIEW.matcher(call.path());
    if (call.path().equals("/interviews")) {
      answerTo("POST", call, () -> start(call, session));
    } else if (!path.matches()) {
      call.answer(404);
    } else if (path.group(2).equals("document")) {
      answerTo("GET", call, () -> document(call, session, path.group(1)));
    } else {
      HandOut handOut = path.group(2).equals("token") ? toOwnPage : toEmbeddedUx;
      answerTo("POST", call, () -> handOut.answer(call, session, path.group(1)));
    }
  }

  private void start(Call call, Session session) throws IOException, InterruptedException {
    InterviewId interview = interviews.start(session.user());
    JsonObject answer = new JsonObject();
    answer.addProperty("interviewId", interview.value());
    call.answer(201, answer);
  }

  private void document(Call call, Session session, String interviewId)
      throws IOException, InterruptedException {
    Optional<InterviewId> interview = interviews.of(session.user(), interviewId);
    if (interview.isEmpty()) {
      call.answer(404);
      return;
    }
    Optional<String> document = interviews.document(interview.get());
    if (document.isEmpty()) {
      call.answer(409);
      return;
    }
    // The document's own scripts, if it had any, are not ours.
    call.with("Content-Security-Policy", "sandbox; default-src 'none'; style-src 'unsafe-inline'")
        .with("Cache-Control", "no-store")
        .answer(200, "text/html; charset=utf-8", document.get());
  }

  /** Something that may call the platform. */
  private interface Step {
    void run() throws IOException, InterruptedException;
  }

  private static void answerTo(String method, Call call, Step step)
      throws IOException, InterruptedException {
    if (!call.method().equals(method)) {
      call.with("Allow", method).answer(405);
      return;
    }
    try {
      step.run();
    } catch (NoBearerTokenException e) {
      Refusals.answer(call, e.failure());
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
    api.close();
  }
}
