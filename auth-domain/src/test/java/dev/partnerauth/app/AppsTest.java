package dev.partnerauth.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.partnerauth.violation.InvalidRequest;
import dev.partnerauth.violation.Violation.Blank;
import dev.partnerauth.violation.Violation.TooLong;
import io.vavr.control.Either;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AppsTest {

  private static final BackendApp BACKEND = BackendApp.of("key", "hush").get();
  private static final FrontendApp FRONTEND = FrontendApp.of("key", "hush").get();

  /** A kind of app: how it is made of key and secret. */
  interface Kind extends BiFunction<String, String, Either<InvalidRequest, ? extends App>> {}

  static Stream<Arguments> kinds() {
    Kind backend = BackendApp::of;
    Kind frontend = FrontendApp::of;
    return Stream.of(
        arguments(backend, ApplicationScope.BACKEND),
        arguments(frontend, ApplicationScope.FRONTEND));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void anAppHasItsKeyItsSecretAndItsScope(Kind kind, ApplicationScope scope) {
    App app = kind.apply("key", "hush").get();

    assertThat(List.of(app.clientId(), app.clientSecret().reveal(), app.scope()))
        .isEqualTo(List.of(new ClientId("key"), "hush", scope));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void whoeverGotBothKeyAndSecretWrongHearsOfBoth(Kind kind, ApplicationScope scope) {
    assertThat(kind.apply(" ", "x".repeat(513)))
        .isEqualTo(
            Either.left(
                new InvalidRequest(
                    List.of(new Blank("client_id"), new TooLong("client_secret", 513, 512)))));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void oneOfThemWrongIsEnoughToBeRefused(Kind kind, ApplicationScope scope) {
    assertThat(List.of(kind.apply("x".repeat(257), "hush"), kind.apply("key", "")))
        .isEqualTo(
            List.of(
                Either.left(InvalidRequest.because(new TooLong("client_id", 257, 256))),
                Either.left(InvalidRequest.because(new Blank("client_secret")))));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void keyAndSecretMayBeAsLongAsTheirFields(Kind kind, ApplicationScope scope) {
    assertThat(kind.apply("x".repeat(256), "y".repeat(512)).isRight()).isTrue();
  }

  @Test
  void appsAreEqualWhenAllTheirCredentialsAre() {
    assertThat(BackendApp.of("key", "hush").get())
        .isEqualTo(BACKEND)
        .hasSameHashCodeAs(BACKEND)
        .isNotEqualTo(BackendApp.of("other", "hush").get())
        .isNotEqualTo(BackendApp.of("key", "other").get());
  }

  @Test
  void frontEndAppsAreEqualWhenAllTheirCredentialsAre() {
    assertThat(FrontendApp.of("key", "hush").get())
        .isEqualTo(FRONTEND)
        .hasSameHashCodeAs(FRONTEND)
        .isNotEqualTo(FrontendApp.of("other", "hush").get())
        .isNotEqualTo(FrontendApp.of("key", "other").get())
        .isNotEqualTo(FrontendApp.sharedWithBackend(BACKEND))
        .isNotEqualTo(BACKEND);
  }

  @Test
  void aSharedAppHasTheBackEndAppsCredentialsAndSaysSo() {
    FrontendApp shared = FrontendApp.sharedWithBackend(BACKEND);

    assertThat(
            List.of(
                shared.clientId(),
                shared.clientSecret(),
                shared.isSharedWithBackend(),
                FRONTEND.isSharedWithBackend()))
        .isEqualTo(List.of(BACKEND.clientId(), BACKEND.clientSecret(), true, false));
  }

  @Test
  void theHashOfASharedAppDiffersFromThatOfAnAppOfItsOwn() {
    assertThat(FrontendApp.sharedWithBackend(BACKEND)).doesNotHaveSameHashCodeAs(FRONTEND);
  }
}
