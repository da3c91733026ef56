package dev.partnerauth.app;

import dev.partnerauth.violation.InvalidRequest;
import dev.partnerauth.violation.Violation;
import io.vavr.control.Either;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Checks key and secret together, so that whoever got both wrong hears of both. */
final class CheckedCredentials {

  private CheckedCredentials() {}

  static <A extends App> Either<InvalidRequest, A> of(
      String clientId, String clientSecret, BiFunction<ClientId, ClientSecret, A> app) {
    Either<Violation, ClientId> id = ClientId.of(clientId);
    Either<Violation, ClientSecret> secret = ClientSecret.of(clientSecret);
    List<Violation> violations =
        Stream.of(id, secret).filter(Either::isLeft).map(Either::getLeft).toList();
    return violations.isEmpty()
        ? Either.right(app.apply(id.get(), secret.get()))
        : Either.left(new InvalidRequest(violations));
  }
}
