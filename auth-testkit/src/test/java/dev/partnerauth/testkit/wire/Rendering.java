package dev.partnerauth.testkit.wire;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.failure.Facts;
import dev.partnerauth.failure.TransientFailure.Unreachable;
import dev.partnerauth.token.BearerToken;
import dev.partnerauth.token.DelegatedPurpose;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.Token;
import dev.partnerauth.violation.Violation;
import io.vavr.control.Either;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;

/** An outcome as text: all that it says, a line for each thing. */
final class Rendering {

  private final StringBuilder text = new StringBuilder();

  private Rendering(String kind) {
    text.append(kind);
  }

  static String of(Either<AuthFailure, ? extends Token> outcome) {
    return outcome.fold(Rendering::failure, Rendering::token);
  }

  private static String token(Token token) {
    Rendering rendering =
        new Rendering(token.getClass().getSimpleName())
            .line("text", token.reveal())
            .line("obtained", token.obtainedAt())
            .line("expires", token.expiration());
    if (token instanceof BearerToken bearer) {
      rendering.line("issued", bearer.times().issuedAt());
      rendering.lines("products", bearer.apiProducts());
    }
    if (token instanceof ScopedAccessToken scoped) {
      rendering.delegates(scoped.delegates());
    }
    if (token instanceof ServiceToken service) {
      rendering.delegates(service.delegates());
    }
    return rendering.text.toString();
  }

  private void delegates(Optional<DelegatedPurpose> delegates) {
    line("purpose", delegates.map(DelegatedPurpose::name));
    lines(
        "claims",
        delegates.stream()
            .flatMap(purpose -> purpose.claims().asMap().entrySet().stream())
            .map(claim -> claim.getKey().value() + " = " + claim.getValue())
            .toList());
  }

  private static String failure(AuthFailure failure) {
    Facts facts = failure.facts();
    Rendering rendering =
        new Rendering(failure.getClass().getSimpleName())
            .line("turn", failure.fold(c -> "caller", a -> "administrator", t -> "time", u -> "us"))
            .line("retryable", failure.retryable())
            .line("domain", failure.domain())
            .line("status", facts.status())
            .line("error code", facts.errorCode())
            .line("retry after", facts.retryAfter())
            .line("request id", facts.requestId())
            .line("tries", facts.tries())
            .line("elapsed", facts.elapsed())
            .line("endpoint", failure.endpoint().map(Endpoint::path));
    for (RecordComponent component : failure.getClass().getRecordComponents()) {
      if (!component.getType().equals(Facts.class)) {
        rendering.fact(component.getName(), value(component, failure));
      }
    }
    return rendering.text.toString();
  }

  private void fact(String name, Object value) {
    if (value instanceof List<?> violations) {
      lines(name, violations.stream().map(each -> told((Violation) each)).toList());
    } else {
      line(name, value);
    }
  }

  private static String told(Violation violation) {
    return violation.field() + " " + violation.problem();
  }

  /** What a transport says of a broken connection is its own affair. */
  private static Object value(RecordComponent component, AuthFailure failure) {
    if (failure instanceof Unreachable broken
        && component.getName().equals("detail")
        && broken.facts().status().isEmpty()) {
      return "(the transport's own words)";
    }
    try {
      return component.getAccessor().invoke(failure);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  private Rendering line(String name, Object value) {
    Object present = value instanceof Optional<?> optional ? optional.orElse(null) : value;
    String shown = present == null || present.toString().isEmpty() ? "none" : present.toString();
    text.append("\n  ").append(name).append(": ").append(shown);
    return this;
  }

  private void lines(String name, List<String> values) {
    if (values.isEmpty()) {
      line(name, "none");
    } else {
      text.append("\n  ").append(name).append(":");
      values.forEach(value -> text.append("\n    ").append(value));
    }
  }
}
