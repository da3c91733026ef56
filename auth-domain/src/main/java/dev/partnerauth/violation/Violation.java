package dev.partnerauth.violation;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * One thing that is wrong with a value, said so that whoever handed it in can mend it. A violation
 * never repeats a value that may be secret.
 *
 * @since 0.1.0
 */
public sealed interface Violation {

  /** The name of the offending field, as the caller or the wire knows it. */
  String field();

  /** What is wrong, as a clause that goes with the field's name: "is blank". */
  String problem();

  /** What to do about it, as a sentence. */
  String cure();

  /** Field, problem and cure in one line. */
  default String describe() {
    return field() + " " + problem() + ". " + cure();
  }

  /** There is no value, or nothing but white space. */
  record Blank(String field) implements Violation {
    @Override
    public String problem() {
      return "is blank";
    }

    @Override
    public String cure() {
      return "Give " + field + " a value.";
    }
  }

  /** The value has more characters than the field holds. */
  record TooLong(String field, int length, int maximum) implements Violation {
    @Override
    public String problem() {
      return "has " + length + " characters";
    }

    @Override
    public String cure() {
      return "Use at most " + maximum + " characters.";
    }
  }

  /** The value does not have the form that the field wants; {@code expected} completes "Use …". */
  record Malformed(String field, String problem, String expected) implements Violation {
    @Override
    public String cure() {
      return "Use " + expected + ".";
    }
  }

  /** No purpose of that name is registered; {@code nearest} is the registered name most like it. */
  record UnknownPurpose(String purpose, Optional<String> nearest) implements Violation {
    @Override
    public String field() {
      return "purpose";
    }

    @Override
    public String problem() {
      return "\"" + purpose + "\" is not registered";
    }

    @Override
    public String cure() {
      return nearest.map(name -> "Did you mean \"" + name + "\"? ").orElse("")
          + "A purpose of your own is added with PurposeRegistry.with(purpose).";
    }
  }

  /** The purpose requires a claim that the request does not make. */
  record MissingClaim(String purpose, String claim) implements Violation {
    @Override
    public String field() {
      return claim;
    }

    @Override
    public String problem() {
      return "is missing, purpose \"" + purpose + "\" requires it";
    }

    @Override
    public String cure() {
      return "Add the claim \"" + claim + "\".";
    }
  }

  /** The request makes a claim that the purpose does not know. */
  record ClaimNotAllowed(String purpose, String claim, Collection<String> allowed)
      implements Violation {
    @Override
    public String field() {
      return claim;
    }

    @Override
    public String problem() {
      return "is not a claim of purpose \"" + purpose + "\"";
    }

    @Override
    public String cure() {
      return allowed.isEmpty()
          ? "Leave it out: the purpose takes no claims."
          : "Leave it out, or use one of: " + String.join(", ", allowed) + ".";
    }
  }

  /** A token must not be asked for that is already dead. */
  record ExpirationInThePast(Instant expiration, Instant now) implements Violation {
    @Override
    public String field() {
      return "expirationTime";
    }

    @Override
    public String problem() {
      return "is " + expiration + ", which is not after " + now;
    }

    @Override
    public String cure() {
      return "Use a later expiration, for instance Lifetime.of(Duration.ofHours(2)).";
    }
  }

  /** The expiration is so far away that it can only be a mistake of units. */
  record ExpirationTooFar(String expiration, Instant latest) implements Violation {
    @Override
    public String field() {
      return "expirationTime";
    }

    @Override
    public String problem() {
      return "is " + expiration + ", which lies beyond " + latest;
    }

    @Override
    public String cure() {
      return "Use a nearer expiration; check that seconds were not given as milliseconds.";
    }
  }
}
