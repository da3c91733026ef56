package dev.partnerauth.testkit.cli;

import dev.partnerauth.Delegation;
import dev.partnerauth.PartnerAuth;
import dev.partnerauth.failure.AuthException;
import dev.partnerauth.http.HttpAuthenticationApi;
import dev.partnerauth.port.TokenCache;
import dev.partnerauth.token.ServiceTokenRequest;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A scoped access token. */
@Command(
    name = "scoped",
    mixinStandardHelpOptions = true,
    description =
        "Obtains an access token for the front end that opens one interview or party, by way of a service token. Without"
            + " --base-url: from the platform's sandbox.")
final class ScopedTokenCommand implements Runnable {

  @Mixin private ApiOptions api = new ApiOptions();
  @Mixin private RequestOptions options = new RequestOptions();
  @Mixin private TokenPrinter printer = new TokenPrinter();

  ScopedTokenCommand() {}

  @Override
  public void run() {
    ServiceTokenRequest request = options.request();
    try (HttpAuthenticationApi http = api.api()) {
      PartnerAuth auth = PartnerAuth.of(http, api.backendApp(), TokenCache.none());
      Delegation delegation = auth.exchangingAs(api.frontendApp());
      printer.print(delegation.delegate(request, Duration.ZERO).getOrElseThrow(AuthException::new));
    }
  }
}
