package dev.partnerauth.examples.modular;

import dev.partnerauth.claim.InterviewId;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The door to an interview's token and document: to anybody but its owner it does not exist. */
final class InterviewServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final String INTERVIEW = "interview";
  private static final Pattern PATH = Pattern.compile("/(?<id>[^/]+)/(?<what>token|document)");

  private final transient Owners owners;

  InterviewServlet(Owners owners) {
    this.owners = owners;
  }

  /** Of a request that came through this door. */
  static InterviewId interview(HttpServletRequest request) {
    return (InterviewId) request.getAttribute(INTERVIEW);
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Matcher path = PATH.matcher(Objects.requireNonNullElse(request.getPathInfo(), ""));
    Optional<InterviewId> own =
        path.matches()
            ? owners.interviewOf(request.getRemoteUser(), path.group("id"))
            : Optional.empty();
    if (own.isPresent()) {
      request.setAttribute(INTERVIEW, own.get());
      getServletContext().getNamedDispatcher(path.group("what")).forward(request, response);
    } else {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
    }
  }
}
