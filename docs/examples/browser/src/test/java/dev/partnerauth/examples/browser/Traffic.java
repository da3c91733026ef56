package dev.partnerauth.examples.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import dev.partnerauth.http.JwtInspector;
import dev.partnerauth.token.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** All that a page sent and was answered, headers included. */
final class Traffic {

  /** Playwright has no body of these, not even an empty one. */
  private static final int NO_CONTENT = 204;

  private static final Pattern JWT =
      Pattern.compile("[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]*");

  private final List<Response> responses = new ArrayList<>();

  private Traffic() {}

  static Traffic of(Page page) {
    Traffic traffic = new Traffic();
    page.onResponse(traffic.responses::add);
    return traffic;
  }

  String everything() {
    return responses.stream().map(Traffic::told).collect(Collectors.joining("\n"));
  }

  /** Of all tokens that went by. */
  Set<TokenKind> kindsOfTokens() {
    return tokensIn(everything()).stream()
        .map(jwt -> new JwtInspector().inspect(jwt).kind())
        .filter(kind -> kind != TokenKind.UNKNOWN)
        .collect(Collectors.toSet());
  }

  List<String> tokensIn(String text) {
    return JWT.matcher(text).results().map(MatchResult::group).distinct().toList();
  }

  private static String told(Response response) {
    Request request = response.request();
    return request.url()
        + request.allHeaders()
        + request.postData()
        + response.allHeaders()
        + (response.status() == NO_CONTENT ? "" : response.text());
  }
}
