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
    return fault == null ? Optional.ofNullable(error) : gatewayCode();
  }

  /** The gateway's own code, and not that of a service behind it. */
  public Optional<String> gatewayCode() {
    return Optional.ofNullable(fault)
        .flatMap(present -> Optional.ofNullable(present.detail()))
        .flatMap(detail -> Optional.ofNullable(detail.errorcode()));
  }

  public Optional<String> text() {
    return fault == null ? Optional.ofNullable(message) : Optional.ofNullable(fault.faultstring());
  }
}
