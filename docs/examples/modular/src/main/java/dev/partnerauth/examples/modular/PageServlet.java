package dev.partnerauth.examples.modular;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The page, with a CSRF token that it can read. */
final class PageServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en"><title>Interviews</title><p>Your page stands here.</p></html>
      """;

  private final transient CsrfTokens csrf;

  PageServlet(CsrfTokens csrf) {
    this.csrf = csrf;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    csrf.show(request, response);
    response.setContentType("text/html;charset=utf-8");
    response.getWriter().write(PAGE);
  }
}
