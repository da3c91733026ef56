package dev.partnerauth.testkit.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.partnerauth.app.ApplicationScope;
import dev.partnerauth.app.BackendApp;
import dev.partnerauth.app.ClientId;
import dev.partnerauth.app.ClientSecret;
import dev.partnerauth.app.FrontendApp;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * An app that is registered with the sandbox. Immutable; prints no secret.
 *
 * @since 0.1.0
 */
public final class SandboxApp {

  /** Of the published samples. */
  public static final List<String> STANDARD_PRODUCTS =
      List.of(
          "partner-event-api-subscription-product-sandbox",
          "rocketdoc-api-product-sandbox",
          "partner-auth-service-product-sandbox",
          "binders-product-document-manager-sandbox");

  private final ClientId clientId;
  private final List<ClientSecret> clientSecrets;
  private final ApplicationScope scope;
  private final boolean approved;
  private final boolean mayRequestServiceTokens;
  private final List<String> apiProducts;

  private SandboxApp(
      ClientId clientId,
      List<ClientSecret> clientSecrets,
      ApplicationScope scope,
      boolean approved,
      boolean mayRequestServiceTokens,
      List<String> apiProducts) {
    this.clientId = clientId;
    this.clientSecrets = List.copyOf(clientSecrets);
    this.scope = scope;
    this.approved = approved;
    this.mayRequestServiceTokens = mayRequestServiceTokens;
    this.apiProducts = List.copyOf(apiProducts);
  }

  /** Approved, with the role for service tokens. */
  public static SandboxApp of(BackendApp app) {
    return of(app.clientId(), List.of(app.clientSecret()), app.scope());
  }

  /** Approved; front-end apps have no such role. */
  public static SandboxApp of(FrontendApp app) {
    return of(app.clientId(), List.of(app.clientSecret()), app.scope());
  }

  /**
   * Approved, with the role for service tokens if it is a back-end app.
   *
   * @param clientSecrets each of which is right; two while one is being replaced by the other
   */
  public static SandboxApp of(
      ClientId clientId, List<ClientSecret> clientSecrets, ApplicationScope scope) {
    return new SandboxApp(
        clientId, clientSecrets, scope, true, scope == ApplicationScope.BACKEND, STANDARD_PRODUCTS);
  }

  public ClientId clientId() {
    return clientId;
  }

  public List<ClientSecret> clientSecrets() {
    return clientSecrets;
  }

  public ApplicationScope scope() {
    return scope;
  }

  public boolean approved() {
    return approved;
  }

  /** False for an app whose credentials do not work yet. */
  public SandboxApp approved(boolean yes) {
    return new SandboxApp(
        clientId, clientSecrets, scope, yes, mayRequestServiceTokens, apiProducts);
  }

  public boolean mayRequestServiceTokens() {
    return mayRequestServiceTokens;
  }

  /** Whether it has one of the system roles for that. */
  public SandboxApp mayRequestServiceTokens(boolean yes) {
    return new SandboxApp(clientId, clientSecrets, scope, approved, yes, apiProducts);
  }

  public List<String> apiProducts() {
    return apiProducts;
  }

  /** The API products that it may use, and no others. */
  public SandboxApp apiProducts(List<String> products) {
    return new SandboxApp(
        clientId, clientSecrets, scope, approved, mayRequestServiceTokens, products);
  }

  public SandboxApp withoutServiceTokenRole() {
    return mayRequestServiceTokens(false);
  }

  public SandboxApp notYetApproved() {
    return approved(false);
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

  private List<Object> components() {
    return List.of(clientId, clientSecrets, scope, approved, mayRequestServiceTokens, apiProducts);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SandboxApp app && components().equals(app.components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }

  @Override
  public String toString() {
    return "SandboxApp" + components();
  }
}
