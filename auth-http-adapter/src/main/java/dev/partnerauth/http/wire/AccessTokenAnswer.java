package dev.partnerauth.http.wire;

import com.google.gson.JsonElement;
import com.google.gson.annotations.JsonAdapter;
import com.google.gson.annotations.SerializedName;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The 200 of {@code /accesstoken} in either published shape (contract section 2), as far as it is
 * used: the developer's e-mail address is personal data and is not even read. Numbers come as JSON
 * strings or JSON numbers, and both are read as text. What is not needed for a token is read as it
 * comes, so that it can do no harm.
 */
@Introspected
@SuppressWarnings("MultipleNullnessAnnotations") // null as it comes, not null once validated
public record AccessTokenAnswer(
    @SerializedName("access_token")
        @JsonAdapter(TextOnly.class)
        @NotNull(message = Problem.MISSING)
        @Filled
        @Nullable String accessToken,
    @SerializedName("token_type")
        @JsonAdapter(TextOnly.class)
        @NotNull(message = Problem.MISSING)
        @Pattern(regexp = "(?i)Bearer(Token)?", message = "is not BearerToken")
        @Nullable String tokenType,
    @SerializedName("expires_in")
        @NotNull(message = Problem.MISSING)
        @Pattern(
            regexp = "0*[1-9][0-9]{0,9}",
            message = "is not a whole number of seconds above zero")
        @Nullable String expiresIn,
    @SerializedName("issued_at") @Nullable JsonElement issuedAt,
    @SerializedName("api_product_list") @Nullable JsonElement apiProductList,
    @SerializedName("api_product_list_json") @Nullable JsonElement apiProductListJson) {

  /** Without the token: Micronaut hashes what it validates, and a token is long. */
  @Override
  public int hashCode() {
    return Objects.hashCode(issuedAt);
  }

  /** It holds a token. */
  @Override
  public String toString() {
    return "AccessTokenAnswer[redacted]";
  }
}
