package dev.partnerauth.testkit.cli;

import dev.partnerauth.PartnerAuth;
import dev.partnerauth.app.FrontendApp;
import dev.partnerauth.claim.InterviewId;
import dev.partnerauth.http.BaseAddress;
import dev.partnerauth.http.HttpAuthenticationApi;
import dev.partnerauth.port.TokenCache;
import dev.partnerauth.testkit.AuthSandbox;
import dev.partnerauth.testkit.settings.SeededApps;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Tells the whole story. */
@Command(
    name = "journey",
    mixinStandardHelpOptions = true,
    description =
        "Tells the story of an interview step by step: three tokens, what each may do, three refusals. Without --base-url"
            + " it brings its own sandbox, needs no credentials, and goes on to the interview's document. Exit code 1"
            + " if any step goes otherwise.")
final class JourneyCommand implements Callable<Integer> {

  @CommandLine.Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ApiOptions api = new ApiOptions();

  @Option(
      names = "--interview",
      paramLabel = "ID",
      defaultValue = "42313c4d-11bb-414a-81a4-9fda067d1ae7",
      description = "The interview to delegate. Default: ${DEFAULT-VALUE}")
  private String interview = "";

  JourneyCommand() {}

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    boolean asTold = api.hasBaseUrl() ? elsewhere(out) : inAnEmbeddedSandbox(out);
    out.flush();
    return asTold ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  private boolean inAnEmbeddedSandbox(PrintWriter out) {
    try (AuthSandbox sandbox = AuthSandbox.start();
        HttpAuthenticationApi http =
            HttpAuthenticationApi.of(BaseAddress.of(sandbox.base()).get())) {
      out.println("The interview journey, against an embedded sandbox at " + sandbox.base());
      PartnerAuth auth = PartnerAuth.of(http, SeededApps.backend(), TokenCache.none());
      FrontendApp frontend = SeededApps.frontend();
      InterviewStory story = new InterviewStory(sandbox.root(), auth, frontend);
      return new Journey(
              auth, SeededApps.backend(), frontend, interviewId(), Optional.of(story), out)
          .tell();
    }
  }

  private boolean elsewhere(PrintWriter out) {
    try (HttpAuthenticationApi http = api.api()) {
      out.println("The interview journey, against the address that was given");
      PartnerAuth auth = PartnerAuth.of(http, api.backendApp(), TokenCache.none());
      return new Journey(
              auth, api.backendApp(), api.frontendApp(), interviewId(), Optional.empty(), out)
          .tell();
    }
  }

  private InterviewId interviewId() {
    return InterviewId.of(interview)
        .getOrElseThrow(
            violation ->
                new ParameterException(spec.commandLine(), "--interview: " + violation.describe()));
  }
}
