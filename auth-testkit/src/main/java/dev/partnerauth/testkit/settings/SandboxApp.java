package dev.partnerauth.testkit.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.partnerauth.app.App;
import dev.partnerauth.app.ApplicationScope;
import dev.partnerauth.app.BackendApp;
import dev.partnerauth.app.ClientId;
import dev.partnerauth.app.ClientSecret;
import dev.partnerauth.app.FrontendApp;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * An app that is registered with the sandbox.
 *
 * @param clientSecrets each of which is right; two while one is being replaced by the other
 * @param approved false for an app whose credentials do not work yet
 * @param mayRequestServiceTokens whether it has one of the system roles for that
 * @param apiProducts the API products that it may use
 */
public record SandboxApp(
    ClientId clientId,
    List<ClientSecret> clientSecrets,
    ApplicationScope scope,
    boolean approved,
    boolean mayRequestServiceTokens,
    List<String> apiProducts) {

  /** Of the published samples. */
  public static final List<String> STANDARD_PRODUCTS =
      List.of(
          "partner-event-api-subscription-product-sandbox",
          "rocketdoc-api-product-sandbox",
          "partner-auth-service-product-sandbox",
          "binders-product-document-manager-sandbox");

  public SandboxApp {
    clientSecrets = List.copyOf(clientSecrets);
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
        List.of(app.clientSecret()),
        app.scope(),
        true,
        mayRequestServiceTokens,
        STANDARD_PRODUCTS);
  }

  public SandboxApp withoutServiceTokenRole() {
    return new SandboxApp(clientId, clientSecrets, scope, approved, false, apiProducts);
  }

  public SandboxApp notYetApproved() {
    return new SandboxApp(
        clientId, clientSecrets, scope, false, mayRequestServiceTokens, apiProducts);
  }

  /** As while a secret is being rotated: this one is right too. */
  public SandboxApp withFurtherSecret(ClientSecret secret) {
    return withSecrets(Stream.concat(clientSecrets.stream(), Stream.of(secret)).toList());
  }

  /** As when the rotation is over: no other secret is right any longer. */
  public SandboxApp withOnlySecret(ClientSecret secret) {
    return withSecrets(List.of(secret));
  }

  private SandboxApp withSecrets(List<ClientSecret> secrets) {
    return new SandboxApp(clientId, secrets, scope, approved, mayRequestServiceTokens, apiProducts);
  }

  /** Whether the secret is one of the app's; compared in constant time. */
  public boolean accepts(ClientSecret secret) {
    return clientSecrets.contains(secret);
  }

  /** The platform's own id of the app, which is not its key. */
  public String applicationName() {
    return UUID.nameUUIDFromBytes(clientId.value().getBytes(UTF_8)).toString();
  }
}
