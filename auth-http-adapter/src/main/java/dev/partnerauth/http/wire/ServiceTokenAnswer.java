package dev.partnerauth.http.wire;

import com.google.gson.annotations.JsonAdapter;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The 200 of {@code /servicetoken} (contract section 3); the expiration comes as a JSON string or a
 * JSON number.
 */
@Introspected
@SuppressWarnings("MultipleNullnessAnnotations") // null as it comes, not null once validated
public record ServiceTokenAnswer(
    @JsonAdapter(TextOnly.class) @NotNull(message = Problem.MISSING) @Filled
        @Nullable String purpose,
    @NotNull(message = Problem.MISSING)
        @Pattern(
            regexp = "[0-9]{1,12}",
            message = "is not a whole number of seconds since the epoch")
        @Nullable String expirationTime,
    @JsonAdapter(TextOnly.class) @NotNull(message = Problem.MISSING) @Filled
        @Nullable String token) {

  /** Without the token: Micronaut hashes what it validates, and a token is long. */
  @Override
  public int hashCode() {
    return Objects.hashCode(expirationTime);
  }

  /** It holds a token. */
  @Override
  public String toString() {
    return "ServiceTokenAnswer[redacted]";
  }
}
