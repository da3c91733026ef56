package dev.partnerauth.examples.modular;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * The finished document. Others wrote its HTML, so it may run nothing and reach nothing of ours.
 */
final class DocumentServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final String SHUT_IN =
      "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

  private final transient Platform platform;
  private final transient RateLimit limit = new RateLimit();

  DocumentServlet(Platform platform) {
    this.platform = platform;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (limit.refuses(request, response)) {
      return;
    }
    Optional<String> document = platform.document(InterviewServlet.interview(request));
    if (document.isPresent()) {
      response.setContentType("text/html;charset=utf-8");
      response.setHeader("Content-Security-Policy", SHUT_IN);
      response.setHeader("Cache-Control", "no-store");
      response.setHeader("X-Content-Type-Options", "nosniff");
      response.getWriter().write(document.get());
    } else {
      response.setStatus(HttpServletResponse.SC_CONFLICT);
    }
  }
}
