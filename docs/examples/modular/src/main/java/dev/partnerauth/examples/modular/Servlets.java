package dev.partnerauth.examples.modular;

import dev.partnerauth.PartnerAuth;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.SessionTrackingMode;
import jakarta.servlet.http.HttpServlet;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.ee10.servlet.SessionHandler;

/** What answers which path; what another container would have in its {@code web.xml}. */
final class Servlets {

  private static final int SESSION_SECONDS = 1800;

  private final ServletContextHandler context =
      new ServletContextHandler(ServletContextHandler.SESSIONS);

  private Servlets() {}

  static ServletContextHandler of(Settings settings, PartnerAuth auth) {
    Platform platform = Platform.of(settings, auth);
    Owners owners = new Owners();
    CsrfTokens csrf = new CsrfTokens();
    Servlets servlets = new Servlets();
    servlets.keepSessions();

    servlets.filter("/*", new CsrfFilter(csrf));
    servlets.filter("/interviews/*", new SignedInFilter());
    servlets.filter("/interviews/*", new FailureFilter());

    servlets.serve("", new PageServlet(csrf));
    servlets.serve("/login", new LoginServlet(csrf));
    servlets.serve("/interviews", new InterviewsServlet(platform, owners));
    servlets.serve("/interviews/*", new InterviewServlet(owners));
    servlets.serveItsOwner("token", new HandOutServlet(auth.exchangingAs(settings.frontendApp())));
    servlets.serveItsOwner("document", new DocumentServlet(platform));
    return servlets.context;
  }

  private void keepSessions() {
    SessionHandler sessions = context.getSessionHandler();
    sessions.setMaxInactiveInterval(SESSION_SECONDS);
    sessions.setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE));
    sessions.getSessionCookieConfig().setHttpOnly(true);
    sessions.getSessionCookieConfig().setAttribute("SameSite", "Lax");
  }

  private void filter(String path, Filter filter) {
    context.addFilter(filter, path, EnumSet.of(DispatcherType.REQUEST));
  }

  private void serve(String path, HttpServlet servlet) {
    context.addServlet(servlet, path);
  }

  /** At no path of its own: {@link InterviewServlet} is the only way to it. */
  private void serveItsOwner(String name, HttpServlet servlet) {
    context.getServletHandler().addServlet(new ServletHolder(name, servlet));
  }
}
