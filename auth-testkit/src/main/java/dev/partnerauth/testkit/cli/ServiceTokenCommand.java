package dev.partnerauth.testkit.cli;

import dev.partnerauth.PartnerAuth;
import dev.partnerauth.failure.AuthException;
import dev.partnerauth.http.HttpAuthenticationApi;
import dev.partnerauth.port.TokenCache;
import dev.partnerauth.token.ServiceTokenRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A service token. */
@Command(
    name = "service",
    mixinStandardHelpOptions = true,
    description =
        "Obtains a service token that delegates one purpose. Without --base-url: from the platform's sandbox.")
final class ServiceTokenCommand implements Runnable {

  @Mixin private ApiOptions api = new ApiOptions();
  @Mixin private RequestOptions options = new RequestOptions();
  @Mixin private TokenPrinter printer = new TokenPrinter();

  ServiceTokenCommand() {}

  @Override
  public void run() {
    ServiceTokenRequest request = options.request();
    try (HttpAuthenticationApi http = api.api()) {
      PartnerAuth auth = PartnerAuth.of(http, api.backendApp(), TokenCache.none());
      printer.print(auth.serviceToken(request).getOrElseThrow(AuthException::new));
    }
  }
}
