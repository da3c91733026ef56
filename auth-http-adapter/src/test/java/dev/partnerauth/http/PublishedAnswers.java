package dev.partnerauth.http;

/** The answers that the platform has published (contract sections 2 and 3). */
final class PublishedAnswers {

  /** The guide's shape of a 200 at {@code /accesstoken}. */
  static final String ACCESS_TOKEN_OF_THE_GUIDE =
      """
      {
        "refresh_token_expires_in": "0",
        "api_product_list": "[partner-event-api-subscription-product-sandbox, rocketdoc-api-product-sandbox, partner-auth-service-product-sandbox, binders-product-document-manager-sandbox]",
        "api_product_list_json": [
          "partner-event-api-subscription-product-sandbox",
          "rocketdoc-api-product-sandbox",
          "partner-auth-service-product-sandbox",
          "binders-product-document-manager-sandbox"
        ],
        "organization_name": "rocketlawyer",
        "developer.email": "developer@rocketlawyer.com",
        "token_type": "BearerToken",
        "issued_at": "1723146278357",
        "client_id": "ZEAURAIq2q7ngQMBxRdvGFOQmy7q57xWxVW2nVP4EGzLy68H",
        "access_token": "{{generalAccessToken}}",
        "application_name": "eebb78c0-ab4f-4212-8665-b1292330dbf5",
        "scope": "",
        "expires_in": "35999",
        "refresh_count": "0",
        "status": "approved"
      }
      """;

  /** The OpenAPI document's shape of a 200 at {@code /accesstoken}. */
  static final String ACCESS_TOKEN_OF_THE_OPENAPI_DOCUMENT =
      """
      {
        "organization_name": "rocketlawyer-internal",
        "developer.email": "pdu-test-automation@rocketlawyer.com",
        "issued_at": "1633969487428",
        "client_id": "your-apigee-app-key",
        "token_type": "BearerToken",
        "access_token": "%s",
        "application_name": "4e8dc68b-cc3c-4ffc-aab3-f76f817ad321",
        "expires_in": "35998",
        "api_product_list": [
          "rocketdoc-api-product-sandbox",
          "partner-auth-service-product-sandbox",
          "binders-product-document-manager-sandbox"
        ]
      }
      """
          .formatted(PublishedTokens.ACCESS_TOKEN);

  /** The guide's shape of a 200 at {@code /servicetoken}. */
  static final String SERVICE_TOKEN_OF_THE_GUIDE =
      """
      {
        "purpose": "api.rocketlawyer.com/rocketdoc",
        "expirationTime": "1753696695",
        "token": "{{serviceToken}}"
      }
      """;

  /** The OpenAPI document's shape of a 200 at {@code /servicetoken}. */
  static final String SERVICE_TOKEN_OF_THE_OPENAPI_DOCUMENT =
      """
      {
        "purpose": "api.rocketlawyer.com/binder-party-access",
        "expirationTime": 1607803932,
        "token": "%s"
      }
      """
          .formatted(PublishedTokens.SERVICE_TOKEN);

  static final String INVALID_CLIENT_CREDENTIALS =
      fault("Invalid Client Credentials", "Unauthorized");

  static final String INVALID_GRANT_TYPE = fault("Missing or invalid grant_type", "Bad Request");

  static final String ACCESS_TOKEN_EXPIRED =
      fault("Access Token expired", "keymanagement.service.access_token_expired");

  static final String INVALID_ACCESS_TOKEN =
      fault("Invalid Access Token", "keymanagement.service.invalid_access_token");

  static final String BAD_SERVICE_TOKEN_REQUEST =
      """
      {
        "message": "Request is missing mandatory fields or contains non-acceptable fields for purpose or purpose is invalid",
        "error": "BAD_REQUEST",
        "status": 400,
        "timestamp": "2021-10-13T15:56:40.980+00:00"
      }
      """;

  static final String MISSING_ROLE =
      forbidden("none of the system roles are authorized to request Service Tokens");

  private PublishedAnswers() {}

  /** An error in the gateway's shape. */
  static String fault(String text, String code) {
    return """
        {"fault":{"faultstring":"%s","detail":{"errorcode":"%s"}}}
        """
        .formatted(text, code);
  }

  /** A 403 in the service's shape. */
  static String forbidden(String message) {
    return """
        {
          "timestamp": "2022-03-18T18:28:40.239+00:00",
          "status": 403,
          "error": "FORBIDDEN",
          "message": "%s",
          "path": "/partners/v1/auth/servicetoken"
        }
        """
        .formatted(message);
  }
}
