package dev.partnerauth.testkit.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.partnerauth.port.Time;
import dev.partnerauth.scope.Scope;
import dev.partnerauth.token.BearerToken;
import dev.partnerauth.token.Token;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Shows a token, without its text unless that is asked for. */
final class TokenPrinter {

  @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(names = "--json", description = "Prints one JSON object.")
  private boolean json;

  @Option(names = "--reveal", description = "Shows the token itself, which is a secret.")
  private boolean reveal;

  TokenPrinter() {}

  void print(Token token) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(
          new GsonBuilder()
              .disableHtmlEscaping()
              .setPrettyPrinting()
              .create()
              .toJson(object(token)));
    } else {
      text(token, out);
    }
    out.flush();
  }

  private void text(Token token, PrintWriter out) {
    out.println("token    " + token.kind() + " " + token.digest());
    out.println("expires  " + expiry(token));
    out.println("scope    " + Printable.line(Scope.of(token).describe()));
    if (token instanceof BearerToken bearer && !bearer.apiProducts().isEmpty()) {
      out.println("products " + Printable.line(String.join(", ", bearer.apiProducts())));
    }
    if (reveal) {
      out.println("text     " + token.reveal());
    }
  }

  /** A static mock answers with a date long past: say so, since nothing else looks wrong. */
  private static String expiry(Token token) {
    String shown = token.expiration().map(Object::toString).orElse("unknown");
    return token.isExpiredAt(Time.system().now()) ? shown + ", which is past" : shown;
  }

  private JsonObject object(Token token) {
    JsonObject object = new JsonObject();
    object.addProperty("kind", token.kind().name());
    object.addProperty("digest", token.digest().hex());
    token
        .expiration()
        .ifPresent(expiration -> object.addProperty("expiresAt", expiration.toString()));
    object.addProperty("scope", Printable.line(Scope.of(token).describe()));
    if (token instanceof BearerToken bearer) {
      JsonArray products = new JsonArray();
      bearer.apiProducts().forEach(product -> products.add(Printable.line(product)));
      object.add("apiProducts", products);
    }
    if (reveal) {
      object.addProperty("token", token.reveal());
    }
    return object;
  }
}
