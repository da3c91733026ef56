package dev.partnerauth.testkit.cli;

import dev.partnerauth.failure.AuthException;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/**
 * The executable. Exit code 0, 1 for a refusal, 2 for wrong usage; errors on standard error, one
 * line each.
 */
@Command(
    name = "partner-auth",
    mixinStandardHelpOptions = true,
    version = "partner-auth 0.1.0-SNAPSHOT",
    synopsisSubcommandLabel = "COMMAND",
    description =
        "Tokens of the Rocket Lawyer Authentication API: try them, inspect them, or play the platform yourself.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:refused", "2:wrong usage"},
    subcommands = {
      JourneyCommand.class,
      SandboxCommand.class,
      TokenCommand.class,
      InspectCommand.class,
      FidelityCommand.class,
      CommandLine.HelpCommand.class
    })
public final class PartnerAuthCommand implements Runnable {

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  PartnerAuthCommand() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** A value such as {@code @file} is an app's credentials, not a file of arguments. */
  static CommandLine commandLine() {
    return new CommandLine(new PartnerAuthCommand())
        .setExpandAtFiles(false)
        .setParameterExceptionHandler(PartnerAuthCommand::wrongUsage)
        .setExecutionExceptionHandler(PartnerAuthCommand::failed);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command.");
  }

  private static int wrongUsage(ParameterException mistake, String[] arguments) {
    CommandLine command = mistake.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(
        Printable.line(UsageMistake.describe(mistake, arguments))
            + " See "
            + command.getCommandSpec().qualifiedName()
            + " --help.");
    return CommandLine.ExitCode.USAGE;
  }

  private static int failed(
      Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    lines(failure).forEach(line -> command.getErr().println(Printable.line(line)));
    return CommandLine.ExitCode.SOFTWARE;
  }

  private static List<String> lines(Exception failure) {
    if (failure instanceof CommandException mistaken) {
      return mistaken.lines();
    }
    return List.of(
        failure instanceof AuthException refused
            ? String.valueOf(refused.getMessage())
            : "This is a bug in partner-auth: " + failure);
  }
}
