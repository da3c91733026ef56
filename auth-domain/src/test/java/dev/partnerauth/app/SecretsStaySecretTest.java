package dev.partnerauth.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partnerauth.violation.Violation.Malformed;
import io.vavr.control.Either;
import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecretsStaySecretTest {

  private static final ClientSecret SECRET = ClientSecret.of("hush").get();

  @Test
  void noAppPrintsItsSecret() {
    BackendApp backendApp = BackendApp.of("key", "hush").get();
    FrontendApp frontendApp = FrontendApp.of("key", "hush").get();

    assertThat(
            List.of(SECRET, backendApp, frontendApp, FrontendApp.sharedWithBackend(backendApp))
                .toString())
        .isEqualTo(
            "[ClientSecret[redacted],"
                + " BackendApp[clientId=key, clientSecret=ClientSecret[redacted]],"
                + " FrontendApp[clientId=key, sharedWithBackend=false],"
                + " FrontendApp[clientId=key, sharedWithBackend=true]]");
  }

  @Test
  void aSecretIsNotSerialized() throws Exception {
    try (ObjectOutputStream stream = new ObjectOutputStream(new ByteArrayOutputStream())) {
      assertThatThrownBy(() -> stream.writeObject(SECRET))
          .isInstanceOf(NotSerializableException.class);
    }
  }

  @Test
  void secretsAreEqualWhenTheirTextsAre() {
    assertThat(SECRET)
        .isEqualTo(ClientSecret.of("hush").get())
        .isNotEqualTo(ClientSecret.of("hash").get())
        .isNotEqualTo(ClientSecret.of("hush!").get())
        .isNotEqualTo("hush");
  }

  @Test
  void theHashOfASecretTellsNothing() {
    assertThat(SECRET).hasSameHashCodeAs(ClientSecret.of("another").get());
  }

  @Test
  void aRefusedSecretIsNotRepeated() {
    assertThat(ClientSecret.of("hu\nsh"))
        .isEqualTo(
            Either.left(
                new Malformed(
                    "client_secret", "contains control characters", "printable characters")));
  }
}
