package dev.partnerauth.scope;

import static dev.partnerauth.scope.Access.ANY_PARTY;
import static dev.partnerauth.scope.Access.GENERAL_TOKEN;
import static dev.partnerauth.scope.Access.NO_TOKEN;
import static dev.partnerauth.scope.Access.OWNER_PARTY;
import static dev.partnerauth.scope.Access.OWN_INTERVIEW;
import static dev.partnerauth.scope.Access.OWN_INTERVIEWS_DOCUMENT;
import static dev.partnerauth.scope.Access.SIGNER_PARTY;

/**
 * The operations of the platform that tokens are for, each with its route and the tokens that open
 * it: the one route table (contract section 5). A path template names its variables in braces;
 * {@code **} stands for any further segments and {@code *} for any method.
 *
 * @since 0.1.0
 */
public enum Operation {
  LIST_TEMPLATES("GET", "/rocketdoc/v2/templates", GENERAL_TOKEN),
  GET_TEMPLATE("GET", "/rocketdoc/v2/templates/{templateId}", GENERAL_TOKEN),
  GET_TAGGED_ANSWER_MODEL(
      "GET", "/rocketdoc/v2/templates/{templateId}/tagged-answer-model", GENERAL_TOKEN),
  GET_TEMPLATE_PREVIEW("GET", "/rocketdoc/v2/templates/{templateId}/preview", NO_TOKEN),
  GET_TEMPLATE_THUMBNAIL("GET", "/rocketdoc/v2/templates/{templateId}/thumbnail", NO_TOKEN),

  CREATE_INTERVIEW("POST", "/rocketdoc/v2/interviews", GENERAL_TOKEN),
  LIST_INTERVIEWS("GET", "/rocketdoc/v2/interviews", GENERAL_TOKEN),
  GET_INTERVIEW("GET", "/rocketdoc/v2/interviews/{interviewId}", OWN_INTERVIEW),
  UPDATE_INTERVIEW("PUT", "/rocketdoc/v2/interviews/{interviewId}", OWN_INTERVIEW),
  DELETE_INTERVIEW("DELETE", "/rocketdoc/v2/interviews/{interviewId}", OWN_INTERVIEW),
  GET_INTERVIEW_PAGE("GET", "/rocketdoc/v2/interviews/{interviewId}/pages/{pageId}", OWN_INTERVIEW),
  ANSWER_INTERVIEW_PAGE(
      "PATCH", "/rocketdoc/v2/interviews/{interviewId}/pages/{pageId}", OWN_INTERVIEW),
  COMPLETE_INTERVIEW("POST", "/rocketdoc/v2/interviews/{interviewId}/completions", OWN_INTERVIEW),
  GET_TAGGED_ANSWERS("GET", "/rocketdoc/v2/interviews/{interviewId}/tagged-answers", OWN_INTERVIEW),
  SUBMIT_TAGGED_ANSWERS(
      "POST", "/rocketdoc/v2/interviews/{interviewId}/tagged-answers", OWN_INTERVIEW),
  CREATE_DOCUMENT("POST", "/rocketdoc/v2/documents", OWN_INTERVIEWS_DOCUMENT),
  GET_DOCUMENT("GET", "/rocketdoc/v2/documents/{documentId}", OWN_INTERVIEWS_DOCUMENT),

  CREATE_BINDER("POST", "/document-manager/v1/binders", GENERAL_TOKEN),
  LIST_BINDERS("GET", "/document-manager/v1/binders", GENERAL_TOKEN),
  DELETE_BINDER("DELETE", "/document-manager/v1/binders/{binderId}", GENERAL_TOKEN),
  LOCK_BINDER("POST", "/document-manager/v1/binders/{binderId}/locks", GENERAL_TOKEN),
  UNLOCK_BINDER("DELETE", "/document-manager/v1/binders/{binderId}/locks/**", GENERAL_TOKEN),
  GET_BINDER("GET", "/document-manager/v1/binders/{binderId}", ANY_PARTY),
  GET_BINDER_STATUS("GET", "/document-manager/v1/binders/{binderId}/status", ANY_PARTY),
  GET_BINDER_DOCUMENT(
      "GET", "/document-manager/v1/binders/{binderId}/documents/{documentId}", ANY_PARTY),
  GET_BINDER_DOCUMENT_PAGE(
      "GET",
      "/document-manager/v1/binders/{binderId}/documents/{documentId}/pages/{pageId}",
      ANY_PARTY),
  SIGN("POST", "/document-manager/v1/binders/{binderId}/requests/signatures", ANY_PARTY),
  DECLINE("POST", "/document-manager/v1/binders/{binderId}/requests/declines", SIGNER_PARTY),
  UPDATE_BINDER("PATCH", "/document-manager/v1/binders/{binderId}", OWNER_PARTY),
  LIST_PARTIES("GET", "/document-manager/v1/binders/{binderId}/parties", OWNER_PARTY),
  ADD_PARTY("POST", "/document-manager/v1/binders/{binderId}/parties", OWNER_PARTY),
  UPDATE_PARTY("PATCH", "/document-manager/v1/binders/{binderId}/parties/{partyId}", OWNER_PARTY),
  REMOVE_PARTY("DELETE", "/document-manager/v1/binders/{binderId}/parties/{partyId}", OWNER_PARTY),
  ADD_BINDER_DOCUMENT("POST", "/document-manager/v1/binders/{binderId}/documents", OWNER_PARTY),
  REPLACE_BINDER_DOCUMENT(
      "PUT", "/document-manager/v1/binders/{binderId}/documents/{documentId}", OWNER_PARTY),
  UPDATE_BINDER_DOCUMENT(
      "PATCH", "/document-manager/v1/binders/{binderId}/documents/{documentId}", OWNER_PARTY),
  REMOVE_BINDER_DOCUMENT(
      "DELETE", "/document-manager/v1/binders/{binderId}/documents/{documentId}", OWNER_PARTY),
  ADD_INPUT(
      "POST", "/document-manager/v1/binders/{binderId}/documents/{documentId}/inputs", OWNER_PARTY),
  UPDATE_INPUT(
      "PATCH",
      "/document-manager/v1/binders/{binderId}/documents/{documentId}/inputs/{inputId}",
      OWNER_PARTY),
  REMOVE_INPUT(
      "DELETE",
      "/document-manager/v1/binders/{binderId}/documents/{documentId}/inputs/{inputId}",
      OWNER_PARTY),
  FINALISE("POST", "/document-manager/v1/binders/{binderId}/requests/finalisations", OWNER_PARTY),
  INVITE("POST", "/document-manager/v1/binders/{binderId}/requests/invitations", OWNER_PARTY),
  CANCEL("POST", "/document-manager/v1/binders/{binderId}/requests/cancellations", OWNER_PARTY),
  REMIND("POST", "/document-manager/v1/binders/{binderId}/requests/reminders", OWNER_PARTY),
  ADD_VIEWERS("POST", "/document-manager/v1/binders/{binderId}/requests/viewers", OWNER_PARTY),

  USE_EVENTS("*", "/events/v1/**", GENERAL_TOKEN);

  private final String method;
  private final String pathTemplate;
  private final Access access;

  Operation(String method, String pathTemplate, Access access) {
    this.method = method;
    this.pathTemplate = pathTemplate;
    this.access = access;
  }

  public String method() {
    return method;
  }

  public String pathTemplate() {
    return pathTemplate;
  }

  public Access access() {
    return access;
  }
}
