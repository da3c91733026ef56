package dev.partnerauth.http;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import dev.partnerauth.http.wire.AccessTokenAnswer;
import dev.partnerauth.http.wire.AnswerReader;
import dev.partnerauth.http.wire.ServiceTokenAnswer;
import dev.partnerauth.port.TokenInspector;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.DatedServiceTokenRequest;
import dev.partnerauth.token.DelegatedPurpose;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.TokenTimes;
import dev.partnerauth.violation.Violation;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes domain tokens of the answers that say success: the one place where foreign data becomes
 * ours.
 */
record AnswerTranslator(AnswerReader reader, TokenInspector inspector) {

  private static final Pattern MILLISECONDS = Pattern.compile("[0-9]{1,15}");

  Either<List<Violation>, AccessToken> accessToken(String body, Instant sentAt) {
    return reader
        .read(body, AccessTokenAnswer.class)
        .flatMap(
            answer ->
                token(
                    AccessToken.of(
                        text(answer.accessToken()), times(answer, sentAt), products(answer))));
  }

  Either<List<Violation>, ScopedAccessToken> scopedAccessToken(
      String body, ServiceToken exchanged, Instant sentAt) {
    return reader
        .read(body, AccessTokenAnswer.class)
        .flatMap(
            answer ->
                token(
                    ScopedAccessToken.of(
                        text(answer.accessToken()),
                        times(answer, sentAt),
                        products(answer),
                        exchanged
                            .delegates()
                            .or(() -> inspector.inspect(text(answer.accessToken())).delegates()))));
  }

  Either<List<Violation>, ServiceToken> serviceToken(
      String body, DatedServiceTokenRequest request, Instant sentAt) {
    return reader
        .read(body, ServiceTokenAnswer.class)
        .flatMap(
            answer ->
                token(
                    DelegatedPurpose.of(text(answer.purpose()), request.request().claims())
                        .flatMap(
                            delegates ->
                                ServiceToken.issued(
                                    text(answer.token()), delegates, sentAt, expiration(answer)))));
  }

  private static <T> Either<List<Violation>, T> token(Either<Violation, T> token) {
    return token.mapLeft(List::of);
  }

  /** What validation has found present. */
  private static String text(@Nullable String present) {
    return Objects.requireNonNull(present);
  }

  private static Instant expiration(ServiceTokenAnswer answer) {
    return Instant.ofEpochSecond(Long.parseLong(text(answer.expirationTime())));
  }

  private static TokenTimes times(AccessTokenAnswer answer, Instant sentAt) {
    TokenTimes times =
        TokenTimes.lasting(Duration.ofSeconds(Long.parseLong(text(answer.expiresIn()))), sentAt);
    return issuedAt(answer).map(times::issuedAt).orElse(times);
  }

  /**
   * Epoch milliseconds, where they can be read: they only serve to notice that the clocks differ.
   */
  private static Optional<Instant> issuedAt(AccessTokenAnswer answer) {
    return Optional.ofNullable(answer.issuedAt())
        .filter(JsonPrimitive.class::isInstance)
        .map(JsonElement::getAsString)
        .filter(text -> MILLISECONDS.matcher(text).matches())
        .map(text -> Instant.ofEpochMilli(Long.parseLong(text)));
  }

  private static List<String> products(AccessTokenAnswer answer) {
    return Stream.of(
            Optional.ofNullable(answer.apiProductListJson()),
            Optional.ofNullable(answer.apiProductList()))
        .flatMap(Optional::stream)
        .filter(list -> !list.isJsonNull())
        .map(AnswerTranslator::products)
        .findFirst()
        .orElse(List.of());
  }

  /** An array of strings, or one string that shows a list: {@code "[a, b, c]"}. */
  private static List<String> products(JsonElement list) {
    List<String> names = new ArrayList<>();
    if (list instanceof JsonArray array) {
      array.forEach(
          element -> {
            if (element instanceof JsonPrimitive primitive) {
              names.add(primitive.getAsString());
            }
          });
    } else if (list instanceof JsonPrimitive text) {
      for (String name : text.getAsString().replaceAll("^\\s*\\[|]\\s*$", "").split(",")) {
        if (!name.isBlank()) {
          names.add(name.strip());
        }
      }
    }
    return names;
  }
}
