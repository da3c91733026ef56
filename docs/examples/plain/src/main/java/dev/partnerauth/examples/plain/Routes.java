package dev.partnerauth.examples.plain;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.partnerauth.failure.AuthException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which request is answered by what: a stranger's, a forged one, one that nobody foresaw. */
final class Routes implements HttpHandler {

  private static final Logger LOG = System.getLogger(Routes.class.getName());
  private static final Pattern OF_INTERVIEW =
      Pattern.compile("/interviews/([^/]+)/(token|service-token|document)");

  private final Sessions sessions;
  private final ToAll toAll;
  private final ToUsers toUsers;

  /** What a visitor gets, who is anybody. */
  interface ToAll {
    void page(Call call) throws IOException;
  }

  /** What a user gets. */
  record ToUsers(
      NewInterview newInterview, HandOut toOwnPage, HandOut toEmbeddedUx, Document document) {}

  Routes(Sessions sessions, ToAll toAll, ToUsers toUsers) {
    this.sessions = sessions;
    this.toAll = toAll;
    this.toUsers = toUsers;
  }

  @Override
  public void handle(HttpExchange exchange) {
    try (exchange) {
      answer(new Call(exchange));
    } catch (IOException e) {
      LOG.log(Level.WARNING, "A browser went away", e);
    }
  }

  private void answer(Call call) throws IOException {
    try {
      route(call);
    } catch (AuthException e) {
      Refusals.answer(call, e.failure());
    } catch (PlatformException e) {
      Refusals.answer(call, e);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "An answer failed", e);
      call.answer(502);
    }
  }

  private void route(Call call) throws IOException {
    boolean changes = !call.method().equals("GET");
    Optional<Session> session = sessions.of(call);
    if (changes && !sessions.isOurPage(call)) {
      call.answer(403);
    } else if (call.path().equals("/login")) {
      answerTo("POST", call, () -> sessions.signIn(call));
    } else if (!call.path().startsWith("/interviews")) {
      sessions.showCsrfToken(call);
      toAll.page(call);
    } else if (session.isEmpty()) {
      call.answer(401);
    } else {
      toUser(call, session.get());
    }
  }

  private void toUser(Call call, Session session) throws IOException {
    Matcher path = OF_INTERVIEW.matcher(call.path());
    if (call.path().equals("/interviews")) {
      answerTo("POST", call, () -> toUsers.newInterview().answer(call, session));
    } else if (!path.matches()) {
      call.answer(404);
    } else if (path.group(2).equals("document")) {
      answerTo("GET", call, () -> toUsers.document().answer(call, session, path.group(1)));
    } else {
      HandOut handOut =
          path.group(2).equals("token") ? toUsers.toOwnPage() : toUsers.toEmbeddedUx();
      answerTo("POST", call, () -> handOut.answer(call, session, path.group(1)));
    }
  }

  /** Writes an answer. */
  private interface Step {
    void run() throws IOException;
  }

  private static void answerTo(String method, Call call, Step step) throws IOException {
    if (call.method().equals(method)) {
      step.run();
    } else {
      call.with("Allow", method).answer(405);
    }
  }
}
