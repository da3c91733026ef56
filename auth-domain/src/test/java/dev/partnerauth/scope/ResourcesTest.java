package dev.partnerauth.scope;

import static dev.partnerauth.Samples.aParty;
import static dev.partnerauth.Samples.anInterview;
import static dev.partnerauth.Samples.anotherParty;
import static dev.partnerauth.scope.PartyRole.OWNER;
import static dev.partnerauth.scope.PartyRole.SIGNER;
import static dev.partnerauth.scope.PartyRole.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.claim.BinderId;
import dev.partnerauth.claim.Upid;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ResourcesTest {

  private static final BinderId BINDER = new BinderId("binder-1");

  @Test
  void theFactsAboutAResourceAreMissingUntilTheyAreTold() {
    assertThat(
            List.of(
                Resource.interview(anInterview()), Resource.document(), Resource.binder(BINDER)))
        .isEqualTo(
            List.of(
                new Resource.Interview(anInterview(), Optional.empty()),
                new Resource.Document(Optional.empty()),
                new Resource.Binder(BINDER, Optional.empty())));
  }

  @Test
  void whatIsToldOfAResourceIsKept() {
    assertThat(
            List.of(
                Resource.interview(anInterview()).of(aParty()), Resource.documentOf(anInterview())))
        .isEqualTo(
            List.of(
                new Resource.Interview(anInterview(), Optional.of(aParty())),
                new Resource.Document(Optional.of(anInterview()))));
  }

  @Test
  void partiesAddUp() {
    assertThat(
            Resource.binder(BINDER)
                .with(aParty(), OWNER, SIGNER)
                .with(anotherParty(), VIEWER)
                .parties())
        .contains(Map.of(aParty(), Set.of(SIGNER, OWNER), anotherParty(), Set.of(VIEWER)));
  }

  @Test
  void onePartyMoreLeavesTheFormerBinderAsItWas() {
    Resource.Binder before = Resource.binder(BINDER).with(aParty(), OWNER);

    Resource.Binder after = before.with(anotherParty(), SIGNER);

    assertThat(List.of(before.parties().orElseThrow().size(), after.parties().orElseThrow().size()))
        .isEqualTo(List.of(1, 2));
  }

  @Test
  void whatIsAddedToTheMapLaterDoesNotArrive() {
    Set<PartyRole> roles = EnumSet.of(VIEWER);
    Map<Upid, Set<PartyRole>> parties = new HashMap<>(Map.of(aParty(), roles));
    Resource.Binder binder = new Resource.Binder(BINDER, Optional.of(parties));

    roles.add(OWNER);
    parties.put(anotherParty(), Set.of(OWNER));

    assertThat(binder).isEqualTo(Resource.binder(BINDER).with(aParty(), VIEWER));
  }
}
