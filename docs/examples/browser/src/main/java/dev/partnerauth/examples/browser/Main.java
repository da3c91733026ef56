package dev.partnerauth.examples.browser;

import dev.partnerauth.examples.plain.BackEnd;
import dev.partnerauth.http.BaseAddress;
import dev.partnerauth.violation.InvalidRequestException;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/** Runs the plain back end with the page, until it is stopped. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) throws IOException {
    BackEnd backEnd =
        BackEnd.start(System.getenv(), LeasePage.talkingTo(platform(System.getenv())));
    Runtime.getRuntime().addShutdownHook(new Thread(backEnd::close));
    System.out.println("Open " + backEnd.uri());
  }

  private static URI platform(Map<String, String> environment) {
    String base =
        environment.getOrDefault("PARTNER_AUTH_BASE_URL", "http://127.0.0.1:8085/partners/v1/auth");
    return BaseAddress.of(base)
        .getOrElseThrow(InvalidRequestException::new)
        .root()
        .resolve("/rocketdoc/v2");
  }
}
