package dev.partnerauth.testkit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.partnerauth.http.JwtInspector;
import dev.partnerauth.scope.Scope;
import dev.partnerauth.token.TokenInspection;
import dev.partnerauth.token.TokenInspection.Jwt;
import dev.partnerauth.token.TokenKind;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;

/** Reads a token. */
@Command(
    name = "inspect",
    mixinStandardHelpOptions = true,
    description =
        "Prints what a token says: header, claims, times and scope. Verifies nothing, since the key is the platform's.")
final class InspectCommand implements Callable<Integer> {

  private static final int MORE_THAN_ANY_TOKEN = 64 * 1024;

  @CommandLine.Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "JWT|-",
      description =
          "The token, or - to read it from standard input, which keeps it out of the process list.")
  private String token = "";

  InspectCommand() {}

  @Override
  public Integer call() throws IOException {
    String text =
        token.equals("-") ? new String(System.in.readNBytes(MORE_THAN_ANY_TOKEN), UTF_8) : token;
    TokenInspection inspection = new JwtInspector().inspect(text.strip());
    if (inspection instanceof TokenInspection.Opaque opaque) {
      throw new CommandException(
          "The token cannot be read: "
              + opaque.reason()
              + ". It may be good all the same; tokens are opaque.");
    }
    print((Jwt) inspection, spec.commandLine().getOut());
    return CommandLine.ExitCode.OK;
  }

  private static void print(Jwt jwt, PrintWriter out) {
    out.println("kind       " + jwt.kind());
    out.println(
        "signature  " + (jwt.signed() ? "present (only the platform can verify it)" : "cut off"));
    members("header", jwt.header(), out);
    members("claims", jwt.payload(), out);
    out.println("issued     " + shown(jwt.issuedAt()));
    out.println("expires    " + shown(jwt.expiresAt()));
    out.println("scope      " + Printable.line(scope(jwt)));
    out.flush();
  }

  private static String scope(Jwt jwt) {
    return jwt.delegates()
        .map(Scope::of)
        .orElseGet(
            () -> jwt.kind() == TokenKind.ACCESS ? new Scope.Application() : new Scope.Unknown())
        .describe();
  }

  private static void members(String title, Map<String, String> members, PrintWriter out) {
    out.println(title);
    members.forEach(
        (name, value) -> out.println("  " + Printable.line(name) + " = " + Printable.line(value)));
  }

  private static String shown(Optional<Instant> time) {
    return time.map(Instant::toString).orElse("unknown");
  }
}
