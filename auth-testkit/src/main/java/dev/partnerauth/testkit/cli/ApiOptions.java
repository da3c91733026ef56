package dev.partnerauth.testkit.cli;

import dev.partnerauth.app.BackendApp;
import dev.partnerauth.app.FrontendApp;
import dev.partnerauth.http.BaseAddress;
import dev.partnerauth.http.HttpAuthenticationApi;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where the API is, and as whom to call it. */
final class ApiOptions {

  private static final AppArgument BACKEND =
      new AppArgument("--backend-app", "PARTNER_AUTH_BACKEND_APP");
  private static final AppArgument FRONTEND =
      new AppArgument("--frontend-app", "PARTNER_AUTH_FRONTEND_APP");

  @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description =
          "The part of the API's addresses before /accesstoken."
              + " The command says what it takes without it.")
  private @Nullable String baseUrl;

  @Option(
      names = "--backend-app",
      paramLabel = "KEY:SECRET|@FILE",
      defaultValue = "${env:PARTNER_AUTH_BACKEND_APP}",
      description =
          "The back-end app's credentials. Without it: the environment variable PARTNER_AUTH_BACKEND_APP, which"
              + " keeps the secret out of the process list.")
  private @Nullable String backendApp;

  @Option(
      names = "--frontend-app",
      paramLabel = "KEY:SECRET|@FILE",
      defaultValue = "${env:PARTNER_AUTH_FRONTEND_APP}",
      description = "The front-end app's credentials. Without it: PARTNER_AUTH_FRONTEND_APP.")
  private @Nullable String frontendApp;

  ApiOptions() {}

  boolean hasBaseUrl() {
    return baseUrl != null;
  }

  HttpAuthenticationApi api() {
    return HttpAuthenticationApi.of(base());
  }

  BaseAddress base() {
    if (baseUrl == null) {
      return BaseAddress.sandbox();
    }
    return BaseAddress.of(baseUrl)
        .getOrElseThrow(
            violation ->
                new ParameterException(spec.commandLine(), "--base-url: " + violation.describe()));
  }

  BackendApp backendApp() {
    return BACKEND.app(spec.commandLine(), backendApp, BackendApp::of);
  }

  FrontendApp frontendApp() {
    return FRONTEND.app(spec.commandLine(), frontendApp, FrontendApp::of);
  }
}
