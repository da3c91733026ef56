package dev.partnerauth.failure;

import static dev.partnerauth.failure.Endpoint.ACCESS_TOKEN;
import static dev.partnerauth.failure.Endpoint.SERVICE_TOKEN;
import static java.util.function.Predicate.not;

import dev.partnerauth.failure.AdministratorFailure.AppNotApproved;
import dev.partnerauth.failure.AdministratorFailure.HeaderNotAllowed;
import dev.partnerauth.failure.AdministratorFailure.InvalidCredentials;
import dev.partnerauth.failure.AdministratorFailure.MissingRole;
import dev.partnerauth.failure.AdministratorFailure.NotPermitted;
import dev.partnerauth.failure.CallerFailure.AccessTokenRefused;
import dev.partnerauth.failure.CallerFailure.ClaimNotAllowed;
import dev.partnerauth.failure.CallerFailure.ServiceTokenRefused;
import dev.partnerauth.failure.CallerFailure.ServiceTokenRequestRefused;
import dev.partnerauth.failure.ProtocolFailure.UnexpectedAnswer;
import dev.partnerauth.failure.TransientFailure.RateLimited;
import dev.partnerauth.failure.TransientFailure.Unavailable;
import dev.partnerauth.failure.TransientFailure.Unreachable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What error answers mean (contract sections 2 and 3): the first row that fits decides. A code is
 * given whole, or as a family by its beginning and {@code *}.
 */
final class FailureTable {

  private static final List<String> BEARER_REFUSED =
      List.of("keymanagement.service.*", "oauth.v2.*");

  private static final List<Row> ROWS =
      List.of(
          // Only a proxy asks for a proxy's credentials: what it says is not the platform's word.
          row(
              status(407),
              (message, facts) -> new Unreachable(NetworkFault.PROXY_REFUSED, message, facts)),

          // Codes decide before statuses do: the gateway limits rates with status 500 too.
          row(code("policies.ratelimit.*"), RateLimited::new),
          // Under 404 the gateway says that it knows no such address, which no waiting mends.
          row(code("messaging.adaptors.*").and(not(status(404, 429))), Unavailable::new),
          row(at(SERVICE_TOKEN, 401).and(code(BEARER_REFUSED)), AccessTokenRefused::new),

          // Statuses.
          row(status(429), RateLimited::new),
          row(status(408).or(response -> statusOf(response) >= 500), Unavailable::new),
          row(at(ACCESS_TOKEN, 400).and(FailureTable::blamesTheCode), ServiceTokenRefused::new),
          row(at(ACCESS_TOKEN, 401), InvalidCredentials::new),
          row(at(ACCESS_TOKEN, 403).and(says("client")), AppNotApproved::new),
          row(at(ACCESS_TOKEN, 403), NotPermitted::new),
          row(at(SERVICE_TOKEN, 400), ServiceTokenRequestRefused::new),
          row(at(SERVICE_TOKEN, 403).and(says("system roles")), MissingRole::new),
          row(at(SERVICE_TOKEN, 403).and(says("header")), HeaderNotAllowed::new),
          row(at(SERVICE_TOKEN, 403).and(says("claim")), ClaimNotAllowed::new),
          row(at(SERVICE_TOKEN, 403), NotPermitted::new),
          row(response -> true, UnexpectedAnswer::new));

  private FailureTable() {}

  private record Row(
      Predicate<ErrorResponse> fits, BiFunction<ForeignText, Facts, AuthFailure> failure) {}

  static AuthFailure failureOf(ErrorResponse response) {
    Row first = ROWS.stream().filter(row -> row.fits().test(response)).findFirst().orElseThrow();
    return first.failure().apply(response.message(), response.facts());
  }

  static boolean refusesTheBearer(String code) {
    return isAmong(BEARER_REFUSED, code);
  }

  private static Row row(
      Predicate<ErrorResponse> fits, BiFunction<ForeignText, Facts, AuthFailure> failure) {
    return new Row(fits, failure);
  }

  private static Row row(Predicate<ErrorResponse> fits, Function<Facts, AuthFailure> failure) {
    return new Row(fits, (message, facts) -> failure.apply(facts));
  }

  private static Predicate<ErrorResponse> code(String... codes) {
    return code(List.of(codes));
  }

  private static Predicate<ErrorResponse> code(List<String> codes) {
    return response -> isAmong(codes, response.code());
  }

  private static boolean isAmong(List<String> codes, String code) {
    return codes.stream()
        .anyMatch(
            known ->
                known.endsWith("*")
                    ? code.startsWith(known.substring(0, known.length() - 1))
                    : code.equals(known));
  }

  private static Predicate<ErrorResponse> status(Integer... statuses) {
    return response -> List.of(statuses).contains(statusOf(response));
  }

  private static int statusOf(ErrorResponse response) {
    return response.facts().status().orElse(0);
  }

  private static Predicate<ErrorResponse> at(Endpoint endpoint, int status) {
    return status(status)
        .and(response -> response.facts().endpoint().equals(Optional.of(endpoint)));
  }

  private static Predicate<ErrorResponse> says(String words) {
    return response -> response.text().toLowerCase(Locale.ROOT).contains(words);
  }

  /** In whatever language: what is not said of the grant type is said of the only other field. */
  private static boolean blamesTheCode(ErrorResponse response) {
    return response.exchange() && !response.text().isEmpty() && !says("grant_type").test(response);
  }
}
