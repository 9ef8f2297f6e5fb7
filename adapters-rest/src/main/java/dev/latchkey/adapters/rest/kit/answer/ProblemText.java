package dev.latchkey.adapters.rest.kit.answer;

/**
 * Text of a problem.
 *
 * @param title a few words
 * @param meaning what has happened; of a problem type, independent of the request
 * @param remedy what to do
 */
public record ProblemText(String title, String meaning, String remedy) {

  public static ProblemText of(ProblemType type) {
    return switch (type) {
      case CREDENTIALS_MISSING -> new ProblemText(
          "No credentials",
          "The request has no Authorization header.",
          "Send Authorization: Bearer KEY with the whole key.");
      case CREDENTIALS_MALFORMED -> new ProblemText(
          "Malformed credentials",
          "The Authorization header does not have the form Bearer KEY; the detail names the fault.",
          "Send one Authorization header with the word Bearer, one space and the whole key.");
      case KEY_MALFORMED -> new ProblemText(
          "Malformed key",
          "The key is cut short, mistyped or in another format; the detail names the fault.",
          "Copy the whole key again, without surrounding characters.");
      case KEY_INVALID -> new ProblemText(
          "Invalid key",
          "The key is unknown or deleted, or its secret is wrong.",
          "Check that the key was not deleted, or generate another one under Settings > API Keys.");
      case OPERATOR_TOKEN_INVALID -> new ProblemText(
          "Invalid operator token",
          "The operator token is wrong.",
          "Use the token that the server was started with. API keys do not work here.");
      case TOO_MANY_FAILURES -> new ProblemText(
          "Too many failed authentications",
          "More than 60 authentications from this address (IPv6: its /64 network) have failed within a minute. "
              + "This one failed too, or needs a look-up that the address may not make yet.",
          "Wait for the time in Retry-After. Check the keys and tokens that are used at this address.");
      case KEY_DISABLED -> new ProblemText(
          "Disabled key",
          "The key is disabled.",
          "Enable it under Settings > API Keys, or use another key.");
      case KEY_EXPIRED -> new ProblemText(
          "Expired key",
          "The key has expired, or was rotated and its overlap is over.",
          "Use the key that replaced it, or generate another one under Settings > API Keys.");
      case KEY_NOT_YET_VALID -> new ProblemText(
          "Key not valid yet",
          "The key is not valid yet: its not_before is in the future.",
          "Wait until its not_before, or change that under Settings > API Keys.");
      case TENANT_SUSPENDED -> new ProblemText(
          "Suspended tenant",
          "The key's tenant is suspended.",
          "Ask the operator of this service to reactivate the tenant.");
      case ADDRESS_NOT_ALLOWED -> new ProblemText(
          "Address not allowed",
          "The key's allowed_addresses do not include the address of the request.",
          "Use an allowed address, or add this one to the key's allowed_addresses.");
      case RATE_LIMITED -> new ProblemText(
          "Rate limit used up",
          "The key's rate limit is used up.",
          "Wait for the time in Retry-After, or raise the key's rate_limit.");
      case PERMISSION_MISSING -> new ProblemText(
          "Missing permission",
          "The key lacks the permission that the request requires. The scope in WWW-Authenticate names it.",
          "Use a key that has the permission, or add it to this key under Settings > API Keys.");
      case PERMISSION_ESCALATION -> new ProblemText(
          "Permission escalation",
          "The request exceeds the limits of the key that makes it, or acts on a key that exceeds them.",
          "Stay within the limits of that key, or let a member or the operator make the change. Disabling a key "
              + "is always allowed.");
      case TENANT_ID_MISSING -> new ProblemText(
          "Missing tenant_id",
          "The body has no tenant_id, which version 1 of the API requires.",
          "Send the id of the key's tenant. The dashboard's URL contains it after the language.");
      case TENANT_MISMATCH -> new ProblemText(
          "Wrong tenant_id",
          "The tenant_id is not that of the key's tenant.",
          "Send the id of the key's tenant. GET /api/v2/auth/whoami returns it.");
      case CAMPAIGN_ACCESS_DENIED -> new ProblemText(
          "Campaign access denied",
          "The key's campaign access does not allow this action on this campaign.",
          "Use a key whose campaign access allows it, or change the rules of this key.");
      case CAMPAIGN_NOT_FOUND -> new ProblemText(
          "Unknown campaign",
          "The tenant has no such campaign.",
          "Check the id. GET /api/v2/voice-campaigns lists the campaigns that the key may read.");
      case TENANT_NOT_FOUND -> new ProblemText(
          "Unknown tenant",
          "There is no such tenant.",
          "Check the id. GET /api/platform/v1/tenants lists all tenants.");
      case API_KEY_NOT_FOUND -> new ProblemText(
          "Unknown key",
          "The tenant has no such key.",
          "Check the id. The list of the tenant's keys contains it.");
      case REFUSED_REQUEST_NOT_FOUND -> new ProblemText(
          "Unknown refused request",
          "No key of the tenant sent a request with this id that was refused within the last seven days.",
          "Send the X-Request-Id of the refused response. A refusal can be looked up after a second, if the "
              + "secret of the key was right.");
      case LEAD_NOT_FOUND -> new ProblemText(
          "Unknown lead",
          "The campaign has no such lead. It was removed, or belongs to another campaign.",
          "Check the identifier. The list of the campaign's leads contains each campaign_lead_id and phone_number.");
      case MEMBER_NOT_FOUND -> new ProblemText(
          "Unknown member",
          "The tenant has no such member.",
          "Check the id. The list of the tenant's members contains it.");
      case MEMBER_EXISTS -> new ProblemText(
          "Member exists",
          "The tenant already has a member with this e-mail address.",
          "Update that member, or send another address.");
      case LEAD_EXISTS -> new ProblemText(
          "Lead exists",
          "The campaign already has a lead with this phone number, and it differs from what was sent.",
          "Update the lead that campaign_lead_id names, or send another number.");
      case KEY_STATE_CONFLICT -> new ProblemText(
          "Key in the wrong state",
          "A disabled, expired or already rotated key cannot be rotated, and the expiry of a replaced key cannot "
              + "be extended.",
          "Check its state, expires_at and replaced_by. Enable the key, or use the one that replaced it.");
      case VERSION_CONFLICT -> new ProblemText(
          "Version conflict",
          "The record does not have the version in If-Match. Nothing was changed.",
          "Read the record again, and send the change with the new ETag.");
      case IDEMPOTENCY_IN_PROGRESS -> new ProblemText(
          "Request in progress",
          "A request with this Idempotency-Key is still being processed.",
          "Retry in a moment.");
      case IDEMPOTENCY_KEY_REUSED -> new ProblemText(
          "Idempotency-Key reused",
          "This Idempotency-Key was used for another body on this route within the last 24 hours.",
          "Use a new Idempotency-Key for a new request.");
      case BODY_MALFORMED -> new ProblemText(
          "Malformed body",
          "The body is not JSON in UTF-8, or contains a member twice; the detail names the fault.",
          "Correct the body at the place that the detail names.");
      case VALIDATION_FAILED -> new ProblemText(
          "Invalid input",
          "The input is invalid; errors lists every fault with its place.",
          "Correct all of them and send the request again.");
      case UNKNOWN_FIELD -> new ProblemText(
          "Unknown field",
          "The body has an unknown member. Nothing was done, because it may be a misspelt right.",
          "Correct or remove the members that errors names.");
      case REQUEST_MALFORMED -> new ProblemText(
          "Malformed request",
          "The request is not valid HTTP, or its URI is invalid; the detail names the fault.",
          "Check the request line, the headers and the length of the body. Percent-encode characters that a URI "
              + "may not contain.");
      case URI_TOO_LONG -> new ProblemText(
          "URI too long",
          "The URI of the request has more than 4,000 characters.",
          "Send a shorter query.");
      case HEADERS_TOO_LARGE -> new ProblemText(
          "Headers too large",
          "The headers of the request have more than 64 KiB.",
          "Send fewer or shorter headers.");
      case ROUTE_NOT_FOUND -> new ProblemText(
          "Unknown route",
          "There is no such path.",
          "Check the path against the API description.");
      case METHOD_NOT_ALLOWED -> new ProblemText(
          "Method not allowed",
          "The path does not support this method.",
          "Use one of the methods in the Allow header.");
      case NOT_ACCEPTABLE -> new ProblemText(
          "Not acceptable",
          "The Accept header excludes every available format.",
          "Accept application/json, or omit the header.");
      case BODY_TOO_LARGE -> new ProblemText(
          "Body too large",
          "The body has more than 1 MiB.",
          "Send a smaller body.");
      case UNSUPPORTED_MEDIA_TYPE -> new ProblemText(
          "Unsupported media type",
          "The Content-Type of the body is not JSON.",
          "Send JSON in UTF-8 with Content-Type: application/json.");
      case UNSUPPORTED_CONTENT_ENCODING -> new ProblemText(
          "Unsupported content encoding",
          "The request has a Content-Encoding other than identity.",
          "Send the body uncompressed, without Content-Encoding.");
      case INTERNAL_ERROR -> new ProblemText(
          "Internal error",
          "The server failed. The request is not the cause.",
          "Retry. If the error persists, send the request_id to the operator, who finds the cause in the log.");
      case VERIFICATION_UNAVAILABLE -> new ProblemText(
          "Verification unavailable",
          "The key cannot be checked at the moment, so nothing is granted.",
          "Retry after the time in Retry-After.");
      case STORE_UNAVAILABLE -> new ProblemText(
          "Store unavailable",
          "The database is not available at the moment.",
          "Retry after the time in Retry-After.");
    };
  }

  /** Returns this text with what is specific to one request. */
  public ProblemText with(String specificMeaning, String specificRemedy) {
    return new ProblemText(title, specificMeaning, specificRemedy);
  }

  /** Returns the meaning and the remedy. */
  public String detail() {
    return meaning + " " + remedy;
  }
}
