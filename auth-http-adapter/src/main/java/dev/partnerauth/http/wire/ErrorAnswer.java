package dev.partnerauth.http.wire;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An error in either published shape (contract sections 2 and 3): the gateway's {@code fault}, or
 * the service's {@code error} and {@code message}.
 */
public record ErrorAnswer(@Nullable Fault fault, @Nullable String error, @Nullable String message) {

  /** An error without a body that could be read. */
  public static final ErrorAnswer UNREADABLE = new ErrorAnswer(null, null, null);

  /** The gateway's shape. */
  public record Fault(@Nullable String faultstring, @Nullable Detail detail) {}

  /** The part of a fault that names its code. */
  public record Detail(@Nullable String errorcode) {}

  public Optional<String> code() {
    return fault == null
        ? Optional.ofNullable(error)
        : Optional.ofNullable(fault.detail())
            .flatMap(detail -> Optional.ofNullable(detail.errorcode()));
  }

  public Optional<String> text() {
    return fault == null ? Optional.ofNullable(message) : Optional.ofNullable(fault.faultstring());
  }

  /** Whether the gateway says that it refuses the token: it has two families of codes for that. */
  public static boolean isGatewayTokenCode(String code) {
    return code.startsWith("keymanagement.service.") || code.startsWith("oauth.v2.");
  }

  /** Whether this is the gateway's refusal of a token, and not that of a service behind it. */
  public boolean refusesTheToken() {
    return fault != null && code().filter(ErrorAnswer::isGatewayTokenCode).isPresent();
  }
}
