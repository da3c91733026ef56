package dev.partnerauth.testkit.fidelity;

import static dev.partnerauth.testkit.fidelity.Row.assumed;
import static dev.partnerauth.testkit.fidelity.Row.documented;

import dev.partnerauth.testkit.fidelity.Section.Part;
import dev.partnerauth.testkit.resource.ResourceFacts;
import java.util.List;
import java.util.Locale;

/** The platform around the tokens. */
final class ResourceRows {

  private static final String ENOUGH =
      """
      Enough of it to show what a token opens. Paths, fields and which token opens what are *documented* by the platform's other
      documentation unless the table says otherwise.
      """;

  private ResourceRows() {}

  static Section rocketDocument() {
    return new Section(
        "RocketDocument, below /rocketdoc/v2",
        List.of(
            new Part(
                ENOUGH,
                List.of(
                    assumed(
                        "every request passes the library's own `ScopeRules`; a refusal is a 403 in"
                            + " the service's shape",
                        "other documentation names 400 and 401 only; a token that lives and does"
                            + " not suffice is neither"),
                    assumed(
                        "without a living token: the gateway's 401, as at `/servicetoken`",
                        "the gateway stands before every API"),
                    assumed(
                        "another app's interview or document: 404, as one that does not exist",
                        "a 403 would tell that it exists"),
                    assumed(
                        "a front-end app's own token (`client_credentials`): 403 for everything",
                        "it opens nothing of any customer's"),
                    assumed(
                        "what belongs to an app is told by the app that the service token was"
                            + " obtained by",
                        "`srv.originalClientId` in the sample tokens"),
                    assumed(
                        "one template, a lease of three pages with two questions each", "made up"),
                    assumed(
                        "`templateId` missing or unknown, `partyEmailAddress` and `binderId` both or"
                            + " neither, another `storageType`: 400",
                        "the fields are documented, the errors are not"),
                    assumed(
                        "a new interview's service token lives "
                            + ResourceFacts.DELEGATED_FOR.toHours()
                            + " hours",
                        "undocumented"),
                    assumed(
                        "the same `partyEmailAddress` is the same party of an app", "undocumented"),
                    assumed(
                        "`PATCH` of a page keeps `answersPayload` and the answers of"
                            + " `currentPageData`, and answers the same page",
                        "undocumented"),
                    documented(
                        "a page other than `first` of an ephemeral interview: 405",
                        "other documentation"),
                    assumed("completing an ephemeral interview: 400", "it has no binder"),
                    documented(
                        "the document is HTML, made of the answers at the time of asking",
                        "other documentation; that it follows later answers is assumed"),
                    assumed(
                        "the "
                            + many(ResourceFacts.INTERVIEWS_KEPT)
                            + " latest interviews are kept",
                        "memory")))));
  }

  static Section bindersAndEvents() {
    return Section.of(
        "Binders, below /document-manager/v1, and events, below /events/v1",
        List.of(
            documented(
                "which token opens what, by the roles of the token's party", "other documentation"),
            assumed(
                "served: create, list, get, status, rename, delete, list, add and remove parties,"
                    + " invitations, signatures, declines",
                "enough to show the roles; documents, inputs, locks and the other requests are not"
                    + " served"),
            assumed(
                "fields and status words: `name`, `status` (`DRAFT`, `SENT`, `SIGNED`, `DECLINED`),"
                    + " `parties` with `partyId`, `emailAddress`, `roles`, `status`",
                "made up"),
            assumed(
                "signing and declining are done by the token's party; with a general token by"
                    + " `partyId`",
                "undocumented"),
            assumed(
                "a persistent interview's party is OWNER and SIGNER of its binder", "undocumented"),
            assumed(
                "a `binderId` that the app does not have, with a new interview: 404",
                "undocumented"),
            assumed(
                "`GET` of any path below `/events/v1` tells what happened to the app's interviews"
                    + " and binders",
                "the paths are not described"),
            assumed(
                "the "
                    + many(ResourceFacts.BINDERS_KEPT)
                    + " latest binders and the "
                    + many(ResourceFacts.EVENTS_KEPT)
                    + " latest events are kept",
                "memory")));
  }

  private static String many(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
