package dev.partnerauth.testkit.cli;

import dev.partnerauth.failure.AuthException;
import dev.partnerauth.failure.CallerFailure.InvalidServiceTokenRequest;
import dev.partnerauth.port.Time;
import dev.partnerauth.purpose.PurposeRegistry;
import dev.partnerauth.token.Lifetime;
import dev.partnerauth.token.ServiceTokenRequest;
import dev.partnerauth.token.ServiceTokenRequestDraft;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What a service token is asked for. */
final class RequestOptions {

  @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--purpose",
      required = true,
      description = "A registered purpose, for instance api.rocketlawyer.com/rocketdoc")
  private String purpose = "";

  @Option(
      names = "--claim",
      paramLabel = "NAME=VALUE",
      description = "A claim of the purpose; repeatable.")
  private List<String> claims = new ArrayList<>();

  @Option(
      names = "--expires-in",
      required = true,
      paramLabel = "DURATION",
      description = "How long the service token shall live: PT2H, P30D. There is no default.")
  private Duration expiresIn = Duration.ZERO;

  RequestOptions() {}

  ServiceTokenRequest request() {
    ServiceTokenRequestDraft draft =
        ServiceTokenRequest.draft(PurposeRegistry.standard(), purpose, Lifetime.of(expiresIn));
    for (String claim : claims) {
      int equals = claim.indexOf('=');
      if (equals < 0) {
        throw new ParameterException(
            spec.commandLine(), "--claim \"" + claim + "\" has no equals sign. Use NAME=VALUE.");
      }
      draft = draft.claim(claim.substring(0, equals), claim.substring(equals + 1));
    }
    return draft
        .build(Time.system().now())
        .getOrElseThrow(invalid -> new AuthException(new InvalidServiceTokenRequest(invalid)));
  }
}
