package dev.partnerauth.examples.modular;

import com.google.gson.JsonObject;
import dev.partnerauth.claim.InterviewId;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Starts an interview, which is its starter's from then on. */
final class InterviewsServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private final transient Platform platform;
  private final transient Owners owners;
  private final transient RateLimit limit = new RateLimit();

  InterviewsServlet(Platform platform, Owners owners) {
    this.platform = platform;
    this.owners = owners;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (limit.refuses(request, response)) {
      return;
    }
    String user = request.getRemoteUser();
    InterviewId interview = platform.start(user);
    owners.remember(interview, user);
    JsonObject answer = new JsonObject();
    answer.addProperty("interviewId", interview.value());
    response.setStatus(HttpServletResponse.SC_CREATED);
    response.setContentType("application/json");
    response.getWriter().write(answer.toString());
  }
}
