package dev.partnerauth.examples.modular;

import dev.partnerauth.PartnerAuth;
import dev.partnerauth.cache.CaffeineTokenCache;
import dev.partnerauth.http.HttpAuthenticationApi;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the back end, which serves until its process is told to end. */
public final class Main {

  private static final Logger LOG = LoggerFactory.getLogger(Main.class);

  private Main() {}

  public static void main(String... arguments) throws Exception {
    Settings settings = Settings.of(System.getenv());
    HttpAuthenticationApi api = HttpAuthenticationApi.of(settings.platform());
    PartnerAuth auth = PartnerAuth.of(api, settings.backendApp(), CaffeineTokenCache.standard());

    Server server =
        new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()));
    server.setHandler(Servlets.of(settings, auth));
    server.setStopAtShutdown(true);
    server.addEventListener(
        new LifeCycle.Listener() {
          @Override
          public void lifeCycleStopped(LifeCycle stopped) {
            api.close();
          }
        });
    server.start();
    LOG.info("Listening at {}", server.getURI());
    auth.warmUp()
        .thenAccept(
            outcome -> outcome.swap().forEach(failure -> LOG.warn("{}", failure.describe())));
  }
}
