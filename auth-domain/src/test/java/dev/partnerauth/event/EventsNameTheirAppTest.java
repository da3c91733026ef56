package dev.partnerauth.event;

import static dev.partnerauth.Samples.NOW;
import static dev.partnerauth.Samples.aClientId;
import static dev.partnerauth.Samples.aMessage;
import static dev.partnerauth.Samples.anAccessToken;
import static dev.partnerauth.Samples.anOutage;
import static dev.partnerauth.event.Severity.DETAIL;
import static dev.partnerauth.event.Severity.INFO;
import static dev.partnerauth.event.Severity.WARNING;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.partnerauth.event.AuthEvent.AccessTokenRejected;
import dev.partnerauth.event.AuthEvent.AppSharedWithBackend;
import dev.partnerauth.event.AuthEvent.ClockSkewObserved;
import dev.partnerauth.event.AuthEvent.DeadOnArrival;
import dev.partnerauth.event.AuthEvent.ExpirationDiffers;
import dev.partnerauth.event.AuthEvent.FlightJoined;
import dev.partnerauth.event.AuthEvent.IssueFailed;
import dev.partnerauth.event.AuthEvent.NextCredentialsTried;
import dev.partnerauth.event.AuthEvent.RenewalFailed;
import dev.partnerauth.event.AuthEvent.SecretsAreLogged;
import dev.partnerauth.event.AuthEvent.ServedWhileRenewalFails;
import dev.partnerauth.event.AuthEvent.SharedEntryUnreadable;
import dev.partnerauth.event.AuthEvent.SharedStoreLost;
import dev.partnerauth.event.AuthEvent.SharedStoreRegained;
import dev.partnerauth.event.AuthEvent.TokenInvalidated;
import dev.partnerauth.event.AuthEvent.TokenIssued;
import dev.partnerauth.event.AuthEvent.TokenRenewed;
import dev.partnerauth.token.TokenDigest;
import dev.partnerauth.token.TokenKind;
import dev.partnerauth.token.TokenLabel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EventsNameTheirAppTest {

  static Stream<Arguments> events() {
    TokenLabel label = new TokenLabel(aClientId(), TokenKind.ACCESS, Optional.empty());
    TokenDigest digest = anAccessToken("hush").digest();
    return Stream.of(
        arguments(new TokenIssued(label, digest, Optional.of(NOW), Duration.ZERO), INFO),
        arguments(new IssueFailed(label, anOutage(), Duration.ZERO), WARNING),
        arguments(new AccessTokenRejected(aClientId(), digest), INFO),
        arguments(new NextCredentialsTried(aClientId()), WARNING),
        arguments(new AppSharedWithBackend(aClientId()), WARNING),
        arguments(new SecretsAreLogged(aClientId(), List.of("a.logger")), WARNING),
        arguments(new ClockSkewObserved(aClientId(), Duration.ofMinutes(1)), WARNING),
        arguments(new ExpirationDiffers(label, NOW, NOW), WARNING),
        arguments(new DeadOnArrival(label, digest, NOW), WARNING),
        arguments(
            new TokenRenewed(
                label, digest, anAccessToken("hush-hush").digest(), Duration.ZERO, Duration.ZERO),
            INFO),
        arguments(new RenewalFailed(label, anOutage(), NOW, NOW), WARNING),
        arguments(new ServedWhileRenewalFails(label, digest, NOW), WARNING),
        arguments(new FlightJoined(label), DETAIL),
        arguments(new TokenInvalidated(label, digest), INFO),
        arguments(new SharedStoreLost(aClientId(), aMessage("connection refused")), WARNING),
        arguments(new SharedStoreRegained(aClientId()), INFO),
        arguments(new SharedEntryUnreadable(label, aMessage("no key opens it")), WARNING));
  }

  @Test
  void noKindIsForgotten() {
    assertThat(events().map(arguments -> arguments.get()[0].getClass()).collect(toSet()))
        .isEqualTo(kinds(AuthEvent.class).collect(toSet()));
  }

  private static Stream<Class<?>> kinds(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(EventsNameTheirAppTest::kinds)
        : Stream.of(type);
  }

  @ParameterizedTest
  @MethodSource("events")
  void anEventNamesItsAppAndSaysHowMuchToWorry(AuthEvent event, Severity severity) {
    assertThat(List.of(event.clientId(), event.severity()))
        .isEqualTo(List.of(aClientId(), severity));
  }

  @ParameterizedTest
  @MethodSource("events")
  void anEventNeverPrintsAToken(AuthEvent event, Severity severity) {
    assertThat(event.toString()).doesNotContain("hush").contains("backend-key");
  }
}
