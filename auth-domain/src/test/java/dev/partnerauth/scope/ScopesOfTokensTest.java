package dev.partnerauth.scope;

import static dev.partnerauth.Samples.NOW;
import static dev.partnerauth.Samples.TEN_HOURS;
import static dev.partnerauth.Samples.aParty;
import static dev.partnerauth.Samples.anAccessToken;
import static dev.partnerauth.Samples.anInterview;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.partnerauth.claim.Claims;
import dev.partnerauth.claim.InterviewId;
import dev.partnerauth.claim.Upid;
import dev.partnerauth.token.DelegatedPurpose;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.TokenInspection;
import dev.partnerauth.token.TokenTimes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ScopesOfTokensTest {

  private static final Claims INTERVIEW_AND_PARTY = Claims.of(anInterview()).and(aParty());

  static Stream<Arguments> purposes() {
    return Stream.of(
        arguments(
            "api.rocketlawyer.com/rocketdoc",
            INTERVIEW_AND_PARTY,
            new Scope.Interview(anInterview())),
        arguments("api.rocketlawyer.com/rocketdoc", Claims.of(aParty()), new Scope.Party(aParty())),
        arguments("api.rocketlawyer.com/rocketdoc", Claims.none(), new Scope.Unknown()),
        arguments(
            "api.rocketlawyer.com/binder-party-access",
            INTERVIEW_AND_PARTY,
            new Scope.Party(aParty())),
        arguments(
            "api.rocketlawyer.com/document-manager/v1/binders",
            Claims.of(aParty()),
            new Scope.Party(aParty())),
        arguments(
            "api.rocketlawyer.com/rocketsign/binder/sign",
            Claims.of(aParty()),
            new Scope.Party(aParty())),
        arguments(
            "api.rocketlawyer.com/binder-party-access",
            Claims.of(anInterview()),
            new Scope.Unknown()),
        arguments(
            "api.rocketlawyer.com/demo/things",
            Claims.of(aParty()),
            new Scope.Custom(
                new DelegatedPurpose("api.rocketlawyer.com/demo/things", Claims.of(aParty())))),
        arguments(
            "partner.example/cleaning",
            Claims.none(),
            new Scope.Custom(new DelegatedPurpose("partner.example/cleaning", Claims.none()))));
  }

  @Test
  void aScopeDescribesItself() {
    assertThat(
            Stream.of(
                    new Scope.Application(),
                    new Scope.Interview(new InterviewId("i-1")),
                    new Scope.Party(new Upid("p-1")),
                    new Scope.Custom(
                        new DelegatedPurpose("partner.example/cleaning", Claims.none())),
                    new Scope.Unknown())
                .map(Scope::describe))
        .containsExactly(
            "everything of the app",
            "interview i-1",
            "party p-1",
            "purpose partner.example/cleaning",
            "unknown, since purpose and claims cannot be read");
  }

  @ParameterizedTest
  @MethodSource("purposes")
  void purposeAndClaimsSayWhatATokenOpens(String purpose, Claims claims, Scope scope) {
    DelegatedPurpose delegated = new DelegatedPurpose(purpose, claims);
    ServiceToken serviceToken = ServiceToken.issued("a", delegated, NOW, NOW).get();

    assertThat(
            List.of(
                Scope.of(delegated),
                Scope.of(serviceToken),
                Scope.of(scopedToken(Optional.of(delegated)))))
        .containsOnly(scope);
  }

  @Test
  void theGeneralAccessTokenOpensEverythingOfItsApp() {
    assertThat(Scope.of(anAccessToken("a"))).isEqualTo(new Scope.Application());
  }

  @Test
  void whatATokenOpensIsUnknownWhenItsPurposeIs() {
    ServiceToken serviceToken =
        ServiceToken.received("a", new TokenInspection.Opaque("no dots"), NOW).get();

    assertThat(List.of(Scope.of(serviceToken), Scope.of(scopedToken(Optional.empty()))))
        .containsOnly(new Scope.Unknown());
  }

  private static ScopedAccessToken scopedToken(Optional<DelegatedPurpose> delegates) {
    return ScopedAccessToken.of("b", TokenTimes.lasting(TEN_HOURS, NOW), List.of(), delegates)
        .get();
  }
}
