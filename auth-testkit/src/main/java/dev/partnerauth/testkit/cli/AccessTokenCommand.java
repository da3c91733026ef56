package dev.partnerauth.testkit.cli;

import dev.partnerauth.PartnerAuth;
import dev.partnerauth.failure.AuthException;
import dev.partnerauth.http.HttpAuthenticationApi;
import dev.partnerauth.port.TokenCache;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The general access token. */
@Command(
    name = "access",
    mixinStandardHelpOptions = true,
    description =
        "Obtains the general access token of a back-end app. Without --base-url: from the platform's sandbox.")
final class AccessTokenCommand implements Runnable {

  @Mixin private ApiOptions api = new ApiOptions();
  @Mixin private TokenPrinter printer = new TokenPrinter();

  AccessTokenCommand() {}

  @Override
  public void run() {
    try (HttpAuthenticationApi http = api.api()) {
      PartnerAuth auth = PartnerAuth.of(http, api.backendApp(), TokenCache.none());
      printer.print(auth.accessToken().getOrElseThrow(AuthException::new));
    }
  }
}
