package dev.partnerauth.scope;

import dev.partnerauth.claim.BinderId;
import dev.partnerauth.claim.InterviewId;
import dev.partnerauth.claim.Upid;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an operation touches, with those facts about it that are known here.
 *
 * @since 0.1.0
 */
public sealed interface Resource {

  /** Nothing in particular: lists, creations, templates, events. */
  static Resource none() {
    return new None();
  }

  /** An interview whose party is not known here. */
  static Interview interview(InterviewId id) {
    return new Interview(id, Optional.empty());
  }

  /** A document that belongs to an interview not known here. */
  static Document document() {
    return new Document(Optional.empty());
  }

  static Document documentOf(InterviewId interview) {
    return new Document(Optional.of(interview));
  }

  /** A binder whose parties are not known here. */
  static Binder binder(BinderId id) {
    return new Binder(id, Optional.empty());
  }

  record None() implements Resource {}

  /**
   * @param party to whom it belongs
   */
  record Interview(InterviewId id, Optional<Upid> party) implements Resource {
    public Interview of(Upid owner) {
      return new Interview(id, Optional.of(owner));
    }
  }

  /**
   * @param interview from whose answers it is, or is to be, made
   */
  record Document(Optional<InterviewId> interview) implements Resource {}

  /**
   * @param parties all of its parties with their roles
   */
  record Binder(BinderId id, Optional<Map<Upid, Set<PartyRole>>> parties) implements Resource {

    public Binder {
      parties =
          parties.map(
              known ->
                  known.entrySet().stream()
                      .collect(
                          Collectors.toUnmodifiableMap(
                              Map.Entry::getKey, party -> Set.copyOf(party.getValue()))));
    }

    /** This binder, all of whose parties are known: those named before and this one. */
    public Binder with(Upid party, PartyRole role, PartyRole... further) {
      Map<Upid, Set<PartyRole>> more = new HashMap<>(parties.orElse(Map.of()));
      more.put(party, EnumSet.of(role, further));
      return new Binder(id, Optional.of(more));
    }
  }
}
