package dev.partnerauth.examples.jakartarest;

import dev.partnerauth.PartnerAuth;
import dev.partnerauth.cache.CaffeineTokenCache;
import dev.partnerauth.http.HttpAuthenticationApi;
import dev.partnerauth.http.observe.Slf4jAuthEvents;
import dev.partnerauth.http.settings.HttpSettings;
import dev.partnerauth.port.AuthRuntime;
import jakarta.servlet.SessionCookieConfig;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;
import org.glassfish.jersey.servlet.ServletContainer;

/** The server, with all that lives as long as it does. */
final class BackEnd implements AutoCloseable {

  private static final int HALF_AN_HOUR = 1800;

  private final Server server;
  private final HttpAuthenticationApi api;
  private final PartnerAuth auth;
  private final RocketDocument platform;

  private BackEnd(Settings settings, int port) {
    AuthRuntime runtime = AuthRuntime.system().observedBy(Slf4jAuthEvents.standard());
    api = HttpAuthenticationApi.of(settings.base(), HttpSettings.standard(), runtime);
    auth = PartnerAuth.of(api, settings.backend(), CaffeineTokenCache.standard(), runtime);
    platform = RocketDocument.at(settings.base(), auth);
    server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    server.setHandler(servlets(new PartnerApplication(settings, auth, platform, runtime.time())));
  }

  /**
   * @param port 0 for any free one
   */
  static BackEnd start(Settings settings, int port) {
    BackEnd backEnd = new BackEnd(settings, port);
    LifeCycle.start(backEnd.server);
    backEnd.auth.warmUp();
    return backEnd;
  }

  private static ServletContextHandler servlets(PartnerApplication application) {
    ServletContextHandler servlets = new ServletContextHandler(ServletContextHandler.SESSIONS);
    SessionCookieConfig cookie = servlets.getServletContext().getSessionCookieConfig();
    cookie.setHttpOnly(true);
    cookie.setAttribute("SameSite", "Lax");
    servlets.getSessionHandler().setMaxInactiveInterval(HALF_AN_HOUR);
    servlets.addServlet(new ServletHolder(new ServletContainer(application)), "/*");
    return servlets;
  }

  URI uri() {
    return server.getURI();
  }

  PartnerAuth auth() {
    return auth;
  }

  @Override
  public void close() {
    LifeCycle.stop(server);
    platform.close();
    api.close();
  }

  public static void main(String[] arguments) throws InterruptedException {
    try (BackEnd backEnd = start(Settings.from(System.getenv()), 8080)) {
      backEnd.server.setStopAtShutdown(true);
      backEnd.server.join();
    }
  }
}
