package dev.partnerauth.testkit.cli;

import dev.partnerauth.testkit.fidelity.FidelityReport;
import dev.partnerauth.testkit.fidelity.PlatformProbes;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;

/** Asks a platform whether it does what the sandbox assumes. */
@Command(
    name = "fidelity",
    mixinStandardHelpOptions = true,
    description =
        "Asks a platform whether it does what the sandbox assumes, with about fifty harmless requests, and prints a line"
            + " for each behaviour. Without --base-url: the platform's sandbox. Exit code 1 if any is contradicted, or if none could be decided.")
final class FidelityCommand implements Callable<Integer> {

  @CommandLine.Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ApiOptions api = new ApiOptions();

  FidelityCommand() {}

  @Override
  public Integer call() {
    FidelityReport report = PlatformProbes.report(api.base(), api.backendApp(), api.frontendApp());
    PrintWriter out = spec.commandLine().getOut();
    out.println(report);
    out.flush();
    boolean nothingLearned = report.undecided().size() == report.all().size();
    return report.contradicted().isEmpty() && !nothingLearned
        ? CommandLine.ExitCode.OK
        : CommandLine.ExitCode.SOFTWARE;
  }
}
