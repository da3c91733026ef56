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
    String form = "username=" + encoded(name) + "&password=" + encoded(name + "-password");
    Answer answer =
        visitor.send(
            visitor
                .request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-XSRF-TOKEN", visitor.csrfToken())
                .POST(BodyPublishers.ofString(form)));
    if (answer.status() >= 400) {
      throw new IllegalStateException(name + " could not sign in: " + answer.status());
    }
    visitor.get("/");
    return visitor;
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
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(CSRF_COOKIE))
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
