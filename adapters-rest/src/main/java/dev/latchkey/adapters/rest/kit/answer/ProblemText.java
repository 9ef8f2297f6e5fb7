package dev.latchkey.adapters.rest.kit.answer;

/**
 * Text of a problem.
 *
 * @param title a few words
 * @param meaning what has happened, independent of the request
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
          "The Authorization header is not of the form Bearer KEY.",
          "Send it once, with the word Bearer, one space and the whole key; the detail names the fault.");
      case KEY_MALFORMED -> new ProblemText(
          "Malformed key",
          "What was sent as a key is not one: it was cut short, mistyped or comes from elsewhere.",
          "Copy the key again, whole and without anything around it.");
      case KEY_INVALID -> new ProblemText(
          "Invalid key",
          "No key with this secret exists: it is unknown or was deleted.",
          "Generate another key under Settings > API Keys.");
      case OPERATOR_TOKEN_INVALID -> new ProblemText(
          "Invalid operator token",
          "The operator's API opens to the operator token alone.",
          "Use the token that the server was started with; API keys do not work here.");
      case TOO_MANY_FAILURES -> new ProblemText(
          "Too many failed authentications",
          "More than 60 authentications from this address (IPv6: its network of 64 bits) have failed within a minute, and"
              + " this one failed too or needs a look-up that the address may not make yet.",
          "Wait for as long as Retry-After says, and check the keys and tokens that are used at this address.");
      case KEY_DISABLED -> new ProblemText(
          "Disabled key",
          "The key was switched off.",
          "Enable it under Settings > API Keys, or use another key.");
      case KEY_EXPIRED -> new ProblemText(
          "Expired key",
          "The key has expired, or was rotated and its overlap is over.",
          "Use the key that replaced it, or generate another.");
      case KEY_NOT_YET_VALID -> new ProblemText(
          "Key not valid yet",
          "The key's not_before lies in the future.",
          "Wait for it, or change it.");
      case TENANT_SUSPENDED -> new ProblemText(
          "Suspended tenant",
          "The key is valid, but its tenant is suspended.",
          "Ask the operator of this service to reactivate the tenant.");
      case ADDRESS_NOT_ALLOWED -> new ProblemText(
          "Address not allowed",
          "The key has a list of allowed addresses, and the request came from none of them.",
          "Send it from an allowed address, or add this one to the key's allowed_addresses.");
      case RATE_LIMITED -> new ProblemText(
          "Rate limit used up",
          "The key was used more often than its rate limit allows.",
          "Wait for as long as Retry-After tells, or raise the key's rate_limit.");
      case PERMISSION_MISSING -> new ProblemText(
          "Missing permission",
          "The key lacks the permission that this request needs; the scope in WWW-Authenticate names it.",
          "Use a key that has it, or add it to this one.");
      case PERMISSION_ESCALATION -> new ProblemText(
          "Permission escalation",
          "The key of the request would give more than its own limits, or would act on a key that exceeds them.",
          "Stay within the limits of that key, or let a member or the operator make the change. Disabling a key is always"
              + " allowed.");
      case TENANT_ID_MISSING -> new ProblemText(
          "Missing tenant_id",
          "Requests of the first version name the tenant in the body.",
          "Send the tenant_id that stands in the dashboard's address.");
      case TENANT_MISMATCH -> new ProblemText(
          "Wrong tenant_id",
          "The tenant_id is not that of the key's tenant.",
          "Send that of the key's tenant; GET /api/v2/auth/whoami tells it.");
      case CAMPAIGN_ACCESS_DENIED -> new ProblemText(
          "Campaign out of reach",
          "The key's campaign access does not reach this campaign for this action.",
          "Use a key whose campaign access does, or change its rules.");
      case CAMPAIGN_NOT_FOUND -> new ProblemText(
          "Unknown campaign",
          "The tenant has no such campaign.",
          "Check the campaign id.");
      case TENANT_NOT_FOUND -> new ProblemText(
          "Unknown tenant",
          "There is no such tenant.",
          "GET /api/platform/v1/tenants lists them all.");
      case API_KEY_NOT_FOUND -> new ProblemText(
          "Unknown key",
          "The tenant has no such key.",
          "List the tenant's keys to find its id.");
      case REFUSED_REQUEST_NOT_FOUND -> new ProblemText(
          "Unknown refused request",
          "No key of the tenant sent a request with this id that was refused within the last seven days.",
          "Send the X-Request-Id of the refused answer. A refusal can be looked up a second after it, if the key was right.");
      case LEAD_NOT_FOUND -> new ProblemText(
          "Unknown lead",
          "The campaign has no such lead: it was removed, or it is another campaign's.",
          "List the campaign's leads to find its campaign_lead_id and its phone_number.");
      case MEMBER_NOT_FOUND -> new ProblemText(
          "Unknown member",
          "The tenant has no such member.",
          "List the tenant's members to find its id.");
      case MEMBER_EXISTS -> new ProblemText(
          "Member exists",
          "The tenant has a member with this e-mail address already.",
          "Change that member, or send another address.");
      case LEAD_EXISTS -> new ProblemText(
          "Lead exists",
          "The campaign has a lead with this phone number already, and it differs from what was sent.",
          "Update the lead that campaign_lead_id names, or send another number.");
      case KEY_STATE_CONFLICT -> new ProblemText(
          "Key in the wrong state",
          "A key that is disabled, expired or already rotated cannot be rotated, and the expiry of a key that was"
              + " replaced cannot be extended.",
          "Read its state, expires_at and replaced_by. Enable it, or use the key that replaced it.");
      case VERSION_CONFLICT -> new ProblemText(
          "Version conflict",
          "The record is no longer the one that If-Match names: somebody else was first. Nothing was changed.",
          "Read it again, and send the change with its new ETag.");
      case IDEMPOTENCY_IN_PROGRESS -> new ProblemText(
          "Request in progress",
          "A request with this Idempotency-Key is still being carried out.",
          "Send it again a moment later.");
      case IDEMPOTENCY_KEY_REUSED -> new ProblemText(
          "Idempotency-Key reused",
          "This Idempotency-Key was used here for another body within the last 24 hours.",
          "Use a new Idempotency-Key for a new request.");
      case BODY_MALFORMED -> new ProblemText(
          "Malformed body",
          "The body is not a JSON text in UTF-8, or names a member twice; the detail names the fault.",
          "Correct the body at the place that the detail names.");
      case VALIDATION_FAILED -> new ProblemText(
          "Invalid input",
          "What was sent does not fit; errors has every fault with its place.",
          "Correct them all and send it again.");
      case UNKNOWN_FIELD -> new ProblemText(
          "Unknown field",
          "The body has a member that does not exist here. As it might be a right that was misspelt, nothing was done.",
          "Correct or leave out the members that errors names.");
      case REQUEST_MALFORMED -> new ProblemText(
          "Malformed request",
          "The request is not proper HTTP, or its address is not a proper URI; the detail names the fault.",
          "Check the request line, the headers and the length of the body. Percent-encode characters that an address may not"
              + " contain.");
      case URI_TOO_LONG -> new ProblemText(
          "Address too long",
          "The request's address has more than 4,000 characters.",
          "Send less in the query.");
      case HEADERS_TOO_LARGE -> new ProblemText(
          "Headers too large",
          "The request's headers have more than 64 KiB.",
          "Send fewer or shorter ones.");
      case ROUTE_NOT_FOUND -> new ProblemText(
          "Unknown route",
          "Nothing is served at this path.",
          "Check the path against the API's description.");
      case METHOD_NOT_ALLOWED -> new ProblemText(
          "Method not allowed",
          "The path exists, but not with this method.",
          "Use one of the methods in the Allow header.");
      case NOT_ACCEPTABLE -> new ProblemText(
          "Not acceptable",
          "There is no answer in a format that the Accept header admits.",
          "Admit application/json, or leave the header out.");
      case BODY_TOO_LARGE -> new ProblemText(
          "Body too large",
          "A body has at most 1 MiB.",
          "Send less at once.");
      case UNSUPPORTED_MEDIA_TYPE -> new ProblemText(
          "Unsupported media type",
          "A body is JSON in UTF-8.",
          "Send it as Content-Type: application/json.");
      case UNSUPPORTED_CONTENT_ENCODING -> new ProblemText(
          "Unsupported content encoding",
          "The request has a Content-Encoding other than identity. Bodies are not unpacked.",
          "Send the body as it is, without Content-Encoding.");
      case INTERNAL_ERROR -> new ProblemText(
          "Internal error",
          "Something went wrong that is not the request's fault.",
          "Try again; if it stays, tell the operator the request_id, under which the log has the cause.");
      case VERIFICATION_UNAVAILABLE -> new ProblemText(
          "Verification unavailable",
          "The key cannot be checked at the moment, and nothing is granted on a guess.",
          "Try again after the time that Retry-After tells.");
      case STORE_UNAVAILABLE -> new ProblemText(
          "Store unavailable",
          "The database does not answer at the moment.",
          "Try again after the time that Retry-After tells.");
    };
  }

  String detail() {
    return meaning + " " + remedy;
  }
}
