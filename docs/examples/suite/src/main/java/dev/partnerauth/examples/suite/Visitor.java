package dev.partnerauth.examples.suite;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Somebody's browser, as far as a back end sees it: keeps cookies, and remembers what it was
 * answered.
 */
public final class Visitor {

  private static final String CSRF_COOKIE = "XSRF-TOKEN";

  private final URI backEnd;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final List<Answer> answers = new ArrayList<>();

  private Visitor(URI backEnd) {
    this.backEnd = backEnd;
  }

  /** Nobody in particular, with the page open. */
  public static Visitor at(URI backEnd) {
    Visitor visitor = new Visitor(backEnd);
    visitor.get("/");
    return visitor;
  }

  /** Somebody whom the back end knows: the password is the name and {@code -password}. */
  public static Visitor signedIn(URI backEnd, String name) {
    Visitor visitor = at(backEnd);
    visitor.signIn(name);
    return visitor;
  }

  /** Opens the page afterwards, as a browser would. */
  Answer signIn(String name) {
    Answer answer = send(signInAs(name).header("X-XSRF-TOKEN", csrfToken()));
    if (answer.status() >= 400) {
      throw new IllegalStateException(name + " could not sign in: " + answer.status());
    }
    get("/");
    return answer;
  }

  /** As another site's form would. */
  Answer forgeSignIn(String name) {
    return send(signInAs(name));
  }

  private HttpRequest.Builder signInAs(String name) {
    String form = "username=" + encoded(name) + "&password=" + encoded(name + "-password");
    return request("/login")
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(form));
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  /** As the back end's own page does, which can read the CSRF token. */
  public Answer post(String path) {
    return send(request(path).header("X-XSRF-TOKEN", csrfToken()).POST(BodyPublishers.noBody()));
  }

  /** As another site's page could: the browser adds the cookies, and that page cannot read them. */
  public Answer forge(String path) {
    return send(request(path).POST(BodyPublishers.noBody()));
  }

  /** As a page that guesses. */
  public Answer forge(String path, String csrfToken) {
    return send(request(path).header("X-XSRF-TOKEN", csrfToken).POST(BodyPublishers.noBody()));
  }

  /** All that came so far. */
  List<Answer> answers() {
    return List.copyOf(answers);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(backEnd.resolve(path));
  }

  private String csrfToken() {
    return cookie(name -> name.equals(CSRF_COOKIE));
  }

  /** What the back end knows this browser by. */
  String session() {
    return cookie(name -> !name.equals(CSRF_COOKIE));
  }

  private String cookie(Predicate<String> wanted) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> wanted.test(cookie.getName()))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse("none");
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      Answer answer = Answer.of(client.send(request.build(), BodyHandlers.ofString()));
      answers.add(answer);
      return answer;
    } catch (IOException e) {
      throw new IllegalStateException("The back end did not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
