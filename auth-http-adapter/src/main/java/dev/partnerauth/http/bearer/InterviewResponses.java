package dev.partnerauth.http.bearer;

import dev.partnerauth.http.JwtInspector;
import dev.partnerauth.port.Time;
import dev.partnerauth.port.TokenInspector;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.violation.Violation;
import io.vavr.control.Either;
import java.net.http.HttpHeaders;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.MessageHeaders;

/**
 * Takes the service token out of the answer to a new interview (contract section 5): empty when
 * there is none, as for an interview in an existing binder, and a {@code Left} when what is there
 * cannot be a service token. Thread-safe.
 *
 * @since 0.1.0
 */
public final class InterviewResponses {

  /** The header that holds it. */
  public static final String SERVICE_TOKEN_HEADER = "rl-rdoc-servicetoken";

  private final TokenInspector inspector;
  private final Time time;

  private InterviewResponses(TokenInspector inspector, Time time) {
    this.inspector = inspector;
    this.time = time;
  }

  /** Reads JWTs, and dates tokens by the system's clock. */
  public static InterviewResponses standard() {
    return of(new JwtInspector(), Time.system());
  }

  public static InterviewResponses of(TokenInspector inspector, Time time) {
    return new InterviewResponses(inspector, time);
  }

  /** From an answer of Apache's client. */
  public Optional<Either<Violation, ServiceToken>> serviceToken(MessageHeaders response) {
    return only(
        Arrays.stream(response.getHeaders(SERVICE_TOKEN_HEADER)).map(Header::getValue).toList());
  }

  /** From an answer of the JDK's client. */
  public Optional<Either<Violation, ServiceToken>> serviceToken(HttpHeaders headers) {
    return only(headers.allValues(SERVICE_TOKEN_HEADER));
  }

  /** From the header's value, whoever read it. */
  public Either<Violation, ServiceToken> serviceToken(String value) {
    return ServiceToken.received(value, inspector.inspect(value), time.now());
  }

  private Optional<Either<Violation, ServiceToken>> only(List<String> values) {
    if (values.stream().distinct().count() > 1) {
      return Optional.of(
          Either.left(
              new Violation.Malformed(
                  SERVICE_TOKEN_HEADER,
                  "is there " + values.size() + " times",
                  "an answer that comes from the platform as it is")));
    }
    return values.stream().findFirst().map(this::serviceToken);
  }
}
