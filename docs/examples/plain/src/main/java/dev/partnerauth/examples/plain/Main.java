package dev.partnerauth.examples.plain;

import dev.partnerauth.violation.InvalidRequestException;
import java.io.IOException;

/** Runs the back end until it is stopped. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) throws IOException {
    try {
      BackEnd backEnd = BackEnd.start(System.getenv(), Site.bare());
      Runtime.getRuntime().addShutdownHook(new Thread(backEnd::close));
      System.out.println("Listening at " + backEnd.uri());
    } catch (InvalidRequestException wrong) {
      System.err.println(wrong.getMessage());
      System.exit(2);
    }
  }
}
