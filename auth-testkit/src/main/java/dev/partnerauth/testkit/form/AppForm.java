package dev.partnerauth.testkit.form;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.partnerauth.app.ApplicationScope;
import dev.partnerauth.app.ClientId;
import dev.partnerauth.app.ClientSecret;
import dev.partnerauth.testkit.settings.SandboxApp;
import dev.partnerauth.violation.InvalidRequest;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An app that is to be registered, and one that is. */
public final class AppForm {

  private static final String KEY = "key";

  private AppForm() {}

  /** An app on its own. */
  public static Either<InvalidRequest, SandboxApp> read(JsonObject json) {
    return Form.read(json, AppForm::app);
  }

  static Optional<SandboxApp> app(Form form) {
    Optional<ClientId> key = form.requiredText(KEY).flatMap(text -> key(form, KEY, text));
    List<ClientSecret> secrets = secrets(form);
    Optional<ApplicationScope> scope =
        form.has("scope")
            ? form.oneOf("scope", List.of(ApplicationScope.values()))
            : form.wrong("scope", "is missing", "backend or frontend");
    boolean approved = form.yesOrNo("approved", true);
    boolean backend = scope.equals(Optional.of(ApplicationScope.BACKEND));
    boolean mayRequestServiceTokens = form.yesOrNo("mayRequestServiceTokens", backend);
    List<String> products =
        form.has("apiProducts") ? form.texts("apiProducts") : SandboxApp.STANDARD_PRODUCTS;
    return key.isEmpty() || scope.isEmpty() || secrets.isEmpty()
        ? Optional.empty()
        : Optional.of(
            SandboxApp.of(key.get(), secrets, scope.get())
                .approved(approved)
                .mayRequestServiceTokens(mayRequestServiceTokens)
                .apiProducts(products));
  }

  static Optional<ClientId> key(Form form, String name, String text) {
    return ClientId.of(text)
        .toJavaOptional()
        .or(() -> form.wrong(name, "is too long", "at most 256 characters"));
  }

  private static List<ClientSecret> secrets(Form form) {
    List<String> texts = new ArrayList<>(form.texts("secrets"));
    form.text("secret").ifPresent(texts::add);
    if (!form.has("secret") && !form.has("secrets")) {
      form.wrong("secret", "is missing", "a text, or a list of them as secrets");
    } else if (form.has("secret") && form.has("secrets")) {
      form.wrong("secret", "stands beside secrets", "one of the two");
    } else if (form.has("secrets") && texts.isEmpty()) {
      form.wrong("secrets", "holds no text", "at least one");
    }
    return texts.stream().flatMap(text -> ClientSecret.of(text).toJavaStream()).toList();
  }

  /** Without its secrets. */
  public static JsonObject write(SandboxApp app) {
    JsonObject json = new JsonObject();
    json.addProperty(KEY, app.clientId().value());
    json.addProperty("scope", Form.name(app.scope()));
    json.addProperty("secretCount", app.clientSecrets().size());
    json.addProperty("approved", app.approved());
    json.addProperty("mayRequestServiceTokens", app.mayRequestServiceTokens());
    json.addProperty("applicationName", app.applicationName());
    JsonArray products = new JsonArray();
    app.apiProducts().forEach(products::add);
    json.add("apiProducts", products);
    return json;
  }
}
