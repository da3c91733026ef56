package dev.partnerauth.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.partnerauth.app.App;
import dev.partnerauth.app.ApplicationScope;
import dev.partnerauth.app.BackendApp;
import dev.partnerauth.app.ClientId;
import dev.partnerauth.app.ClientSecret;
import dev.partnerauth.app.FrontendApp;
import java.util.List;
import java.util.UUID;

/**
 * An app that is registered with the sandbox.
 *
 * @param approved false for an app whose credentials do not work yet
 * @param mayRequestServiceTokens whether it has one of the system roles for that
 * @param apiProducts the API products that it may use
 */
public record SandboxApp(
    ClientId clientId,
    ClientSecret clientSecret,
    ApplicationScope scope,
    boolean approved,
    boolean mayRequestServiceTokens,
    List<String> apiProducts) {

  private static final List<String> STANDARD_PRODUCTS =
      List.of(
          "partner-event-api-subscription-product-sandbox",
          "rocketdoc-api-product-sandbox",
          "partner-auth-service-product-sandbox",
          "binders-product-document-manager-sandbox");

  public SandboxApp {
    apiProducts = List.copyOf(apiProducts);
  }

  /** Approved, with the role for service tokens. */
  public static SandboxApp of(BackendApp app) {
    return registered(app, true);
  }

  /** Approved; front-end apps have no such role. */
  public static SandboxApp of(FrontendApp app) {
    return registered(app, false);
  }

  private static SandboxApp registered(App app, boolean mayRequestServiceTokens) {
    return new SandboxApp(
        app.clientId(),
        app.clientSecret(),
        app.scope(),
        true,
        mayRequestServiceTokens,
        STANDARD_PRODUCTS);
  }

  public SandboxApp withoutServiceTokenRole() {
    return new SandboxApp(clientId, clientSecret, scope, approved, false, apiProducts);
  }

  public SandboxApp notYetApproved() {
    return new SandboxApp(
        clientId, clientSecret, scope, false, mayRequestServiceTokens, apiProducts);
  }

  /** The platform's own id of the app, which is not its key. */
  public String applicationName() {
    return UUID.nameUUIDFromBytes(clientId.value().getBytes(UTF_8)).toString();
  }
}
