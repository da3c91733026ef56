package dev.partnerauth.testkit.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Obtains one token. */
@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(access|service|scoped)",
    description = "Obtains a token of the platform, or of anything that speaks its API.",
    subcommands = {
      AccessTokenCommand.class,
      ServiceTokenCommand.class,
      ScopedTokenCommand.class,
      CommandLine.HelpCommand.class
    })
final class TokenCommand implements Runnable {

  @CommandLine.Spec private CommandSpec spec = CommandSpec.create();

  TokenCommand() {}

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Name a kind of token: access, service or scoped.");
  }
}
