package dev.partnerauth.examples.plain;

import com.sun.net.httpserver.HttpServer;
import dev.partnerauth.PartnerAuth;
import dev.partnerauth.cache.CaffeineTokenCache;
import dev.partnerauth.http.HttpAuthenticationApi;
import dev.partnerauth.http.observe.Slf4jAuthEvents;
import dev.partnerauth.http.settings.HttpSettings;
import dev.partnerauth.port.AuthRuntime;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The back end, from its first request to its last. */
public final class BackEnd implements AutoCloseable {

  private final HttpAuthenticationApi api;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(16);

  private BackEnd(HttpAuthenticationApi api, HttpServer server) {
    this.api = api;
    this.server = server;
  }

  /**
   * With a page of yours, configured by environment variables.
   *
   * @throws dev.partnerauth.violation.InvalidRequestException naming what is wrong with them
   */
  public static BackEnd start(Map<String, String> environment, Site site) throws IOException {
    Settings settings = Settings.of(environment);
    HttpServer server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()), 0);
    // A wrong secret shows in the log as soon as the token is fetched ahead.
    AuthRuntime runtime = AuthRuntime.system().observedBy(Slf4jAuthEvents.standard());
    HttpAuthenticationApi api =
        HttpAuthenticationApi.of(settings.base(), HttpSettings.standard(), runtime);
    PartnerAuth auth = PartnerAuth.of(api, settings.backend(), CaffeineTokenCache.standard());

    BackEnd backEnd = new BackEnd(api, server);
    server.createContext("/", routes(settings, site, auth));
    server.setExecutor(backEnd.threads);
    server.start();
    auth.warmUp();
    return backEnd;
  }

  private static Routes routes(Settings settings, Site site, PartnerAuth auth) {
    Platform platform = Platform.of(settings, auth);
    Interviews interviews = new Interviews();
    RateLimit handOuts = new RateLimit();
    return new Routes(
        new Sessions(DemoUsers.passwords(), new SecureRandom(), settings.https()),
        call -> site.serve(call, settings.base().root().toString()),
        new Routes.ToUsers(
            new NewInterview(platform, interviews),
            HandOut.toOwnPage(interviews, handOuts, auth.exchangingAs(settings.frontend())),
            HandOut.toEmbeddedUx(interviews, handOuts, auth),
            new Document(platform, interviews)));
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
    api.close();
  }
}
