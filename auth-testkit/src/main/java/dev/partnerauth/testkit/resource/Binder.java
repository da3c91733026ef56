package dev.partnerauth.testkit.resource;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.partnerauth.claim.BinderId;
import dev.partnerauth.claim.Upid;
import dev.partnerauth.scope.PartyRole;
import dev.partnerauth.scope.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A binder as it stands. Immutable.
 *
 * @param owner the back-end app, by the platform's own id, whose customer's it is
 */
record Binder(BinderId id, String owner, String name, List<Party> parties) {

  Binder {
    parties = List.copyOf(parties);
  }

  Binder named(String other) {
    return new Binder(id, owner, other, parties);
  }

  /** In place of one with the same id, or as a new one. */
  Binder with(Party party) {
    List<Party> all = new ArrayList<>(without(party.upid()).parties());
    all.add(party);
    return new Binder(id, owner, name, all);
  }

  Binder without(Upid upid) {
    return new Binder(
        id, owner, name, parties.stream().filter(party -> !party.upid().equals(upid)).toList());
  }

  Binder each(UnaryOperator<Party> change) {
    return new Binder(id, owner, name, parties.stream().map(change).toList());
  }

  Optional<Party> party(Upid upid) {
    return parties.stream().filter(party -> party.upid().equals(upid)).findFirst();
  }

  /** With all its parties, for the scope rules. */
  Resource resource() {
    Resource.Binder resource = new Resource.Binder(id, Optional.of(Map.<Upid, Set<PartyRole>>of()));
    for (Party party : parties) {
      PartyRole[] roles = party.roles().toArray(PartyRole[]::new);
      resource = resource.with(party.upid(), roles[0], roles);
    }
    return resource;
  }

  /** By how far its parties have come. */
  String status() {
    if (parties.stream().anyMatch(party -> party.state() == Party.State.DECLINED)) {
      return "DECLINED";
    }
    List<Party> signers = parties.stream().filter(party -> party.has(PartyRole.SIGNER)).toList();
    if (!signers.isEmpty()
        && signers.stream().allMatch(party -> party.state() == Party.State.SIGNED)) {
      return "SIGNED";
    }
    return parties.stream().anyMatch(party -> party.state() != Party.State.ADDED)
        ? "SENT"
        : "DRAFT";
  }

  JsonObject json() {
    JsonObject json = new JsonObject();
    json.addProperty("binderId", id.value());
    json.addProperty("name", name);
    json.addProperty("status", status());
    json.add("parties", partiesJson());
    return json;
  }

  JsonArray partiesJson() {
    JsonArray list = new JsonArray();
    parties.forEach(party -> list.add(party.json()));
    return list;
  }
}
