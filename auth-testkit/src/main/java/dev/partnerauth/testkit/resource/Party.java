package dev.partnerauth.testkit.resource;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.partnerauth.claim.Upid;
import dev.partnerauth.scope.PartyRole;
import java.util.Set;
import java.util.TreeSet;

/**
 * Somebody who belongs to a binder.
 *
 * @param roles one or more
 */
record Party(Upid upid, String emailAddress, Set<PartyRole> roles, State state) {

  /** How far a party has come. */
  enum State {
    ADDED,
    INVITED,
    SIGNED,
    DECLINED
  }

  Party {
    roles = Set.copyOf(roles);
  }

  Party now(State other) {
    return new Party(upid, emailAddress, roles, other);
  }

  boolean has(PartyRole role) {
    return roles.contains(role);
  }

  JsonObject json() {
    JsonArray names = new JsonArray();
    new TreeSet<>(roles).forEach(role -> names.add(role.name()));
    JsonObject json = new JsonObject();
    json.addProperty("partyId", upid.value());
    json.addProperty("emailAddress", emailAddress);
    json.add("roles", names);
    json.addProperty("status", state.name());
    return json;
  }
}
