package dev.partnerauth.scope;

import static dev.partnerauth.purpose.StandardPurposes.BINDER_PARTY_ACCESS;
import static dev.partnerauth.purpose.StandardPurposes.BINDER_SIGN;
import static dev.partnerauth.purpose.StandardPurposes.DOCUMENT_MANAGER_BINDERS;

import dev.partnerauth.purpose.Purpose;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The purposes that open what a party opens: the present name and the two older ones. */
final class PartyPurposes {

  static final Set<String> NAMES =
      Stream.of(BINDER_PARTY_ACCESS, DOCUMENT_MANAGER_BINDERS, BINDER_SIGN)
          .map(Purpose::name)
          .collect(Collectors.toUnmodifiableSet());

  private PartyPurposes() {}
}
