package dev.latchkey.adapters.rest.kit.answer;

import io.micronaut.http.HttpStatus;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Every problem of this API, with its HTTP status and its text. Only this type maps problems to HTTP statuses. */
public enum ProblemType {
  // Authentication.
  CREDENTIALS_MISSING(HttpStatus.UNAUTHORIZED, "No credentials",
      "The request has no Authorization header.",
      "Send Authorization: Bearer KEY with the whole key."),
  CREDENTIALS_MALFORMED(HttpStatus.UNAUTHORIZED, "Malformed credentials",
      "The Authorization header does not have the form Bearer KEY; the detail names the fault.",
      "Send one Authorization header with the word Bearer, one space and the whole key."),
  KEY_MALFORMED(HttpStatus.UNAUTHORIZED, "Malformed key",
      "The key is cut short, mistyped or in another format; the detail names the fault.",
      "Copy the whole key again, without surrounding characters."),
  KEY_INVALID(HttpStatus.UNAUTHORIZED, "Invalid key",
      "The key is unknown or deleted, or its secret is wrong.",
      "Check that the key was not deleted, or generate another one under Settings > API Keys."),
  OPERATOR_TOKEN_INVALID(HttpStatus.UNAUTHORIZED, "Invalid operator token",
      "The operator token is wrong.",
      "Use the token that the server was started with. API keys do not work here."),
  TOO_MANY_FAILURES(HttpStatus.TOO_MANY_REQUESTS, "Too many failed authentications",
      "More than 60 authentications from this address (IPv6: its /64 network) have failed within a minute. "
          + "This one failed too, or needs a look-up that the address may not make yet.",
      "Wait for the time in Retry-After. Check the keys and tokens that are used at this address."),
  // Keys that are valid at another time.
  KEY_DISABLED(HttpStatus.UNAUTHORIZED, "Disabled key",
      "The key is disabled.",
      "Enable it under Settings > API Keys, or use another key."),
  KEY_EXPIRED(HttpStatus.UNAUTHORIZED, "Expired key",
      "The key has expired, or was rotated and its overlap is over.",
      "Use the key that replaced it, or generate another one under Settings > API Keys."),
  KEY_NOT_YET_VALID(HttpStatus.UNAUTHORIZED, "Key not valid yet",
      "The key is not valid yet: its not_before is in the future.",
      "Wait until its not_before, or change that under Settings > API Keys."),
  // Permissions, and where they apply.
  TENANT_SUSPENDED(HttpStatus.FORBIDDEN, "Suspended tenant",
      "The key's tenant is suspended.",
      "Ask the operator of this service to reactivate the tenant."),
  ADDRESS_NOT_ALLOWED(HttpStatus.FORBIDDEN, "Address not allowed",
      "The key's allowed_addresses do not include the address of the request.",
      "Use an allowed address, or add this one to the key's allowed_addresses."),
  RATE_LIMITED(HttpStatus.TOO_MANY_REQUESTS, "Rate limit used up",
      "The key's rate limit is used up.",
      "Wait for the time in Retry-After, or raise the key's rate_limit."),
  PERMISSION_MISSING(HttpStatus.FORBIDDEN, "Missing permission",
      "The key lacks the permission that the request requires. The scope in WWW-Authenticate names it.",
      "Use a key that has the permission, or add it to this key under Settings > API Keys."),
  PERMISSION_ESCALATION(HttpStatus.FORBIDDEN, "Permission escalation",
      "The request exceeds the limits of the key that makes it, or acts on a key that exceeds them.",
      "Stay within the limits of that key, or let a member or the operator make the change. Disabling a key "
          + "is always allowed."),
  TENANT_ID_MISSING(HttpStatus.BAD_REQUEST, "Missing tenant_id",
      "The body has no tenant_id, which version 1 of the API requires.",
      "Send the id of the key's tenant. The dashboard's URL contains it after the language."),
  TENANT_MISMATCH(HttpStatus.FORBIDDEN, "Wrong tenant_id",
      "The tenant_id is not that of the key's tenant.",
      "Send the id of the key's tenant. GET /api/v2/auth/whoami returns it."),
  CAMPAIGN_ACCESS_DENIED(HttpStatus.FORBIDDEN, "Campaign access denied",
      "The key's campaign access does not allow this action on this campaign.",
      "Use a key whose campaign access allows it, or change the rules of this key."),
  // Records that are missing or in conflict.
  CAMPAIGN_NOT_FOUND(HttpStatus.NOT_FOUND, "Unknown campaign",
      "The tenant has no such campaign.",
      "Check the id. GET /api/v2/voice-campaigns lists the campaigns that the key may read."),
  TENANT_NOT_FOUND(HttpStatus.NOT_FOUND, "Unknown tenant",
      "There is no such tenant.",
      "Check the id. GET /api/platform/v1/tenants lists all tenants."),
  API_KEY_NOT_FOUND(HttpStatus.NOT_FOUND, "Unknown key",
      "The tenant has no such key.",
      "Check the id. The list of the tenant's keys contains it."),
  REFUSED_REQUEST_NOT_FOUND(HttpStatus.NOT_FOUND, "Unknown refused request",
      "No key of the tenant sent a request with this id that was refused within the last seven days.",
      "Send the X-Request-Id of the refused response. A refusal can be looked up after a second, if the "
          + "secret of the key was right."),
  LEAD_NOT_FOUND(HttpStatus.NOT_FOUND, "Unknown lead",
      "The campaign has no such lead. It was removed, or belongs to another campaign.",
      "Check the identifier. The list of the campaign's leads contains each campaign_lead_id and phone_number."),
  MEMBER_NOT_FOUND(HttpStatus.NOT_FOUND, "Unknown member",
      "The tenant has no such member.",
      "Check the id. The list of the tenant's members contains it."),
  MEMBER_EXISTS(HttpStatus.CONFLICT, "Member exists",
      "The tenant already has a member with this e-mail address.",
      "Update that member, or send another address."),
  LEAD_EXISTS(HttpStatus.CONFLICT, "Lead exists",
      "The campaign already has a lead with this phone number, and it differs from what was sent.",
      "Update the lead that campaign_lead_id names, or send another number."),
  KEY_STATE_CONFLICT(HttpStatus.CONFLICT, "Key in the wrong state",
      "A disabled, expired or already rotated key cannot be rotated, and the expiry of a replaced key cannot "
          + "be extended.",
      "Check its state, expires_at and replaced_by. Enable the key, or use the one that replaced it."),
  VERSION_CONFLICT(HttpStatus.PRECONDITION_FAILED, "Version conflict",
      "The record does not have the version in If-Match. Nothing was changed.",
      "Read the record again, and send the change with the new ETag."),
  // Requests that were sent before.
  IDEMPOTENCY_IN_PROGRESS(HttpStatus.CONFLICT, "Request in progress",
      "A request with this Idempotency-Key is still being processed.",
      "Retry in a moment."),
  IDEMPOTENCY_KEY_REUSED(HttpStatus.UNPROCESSABLE_ENTITY, "Idempotency-Key reused",
      "This Idempotency-Key was used for another body on this route within the last 24 hours.",
      "Use a new Idempotency-Key for a new request."),
  // Request bodies.
  BODY_MALFORMED(HttpStatus.BAD_REQUEST, "Malformed body",
      "The body is not JSON in UTF-8, or contains a member twice; the detail names the fault.",
      "Correct the body at the place that the detail names."),
  BODY_TOO_LARGE(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "Body too large",
      "The body has more than 1 MiB.",
      "Send a smaller body."),
  UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Unsupported media type",
      "The Content-Type of the body is not JSON.",
      "Send JSON in UTF-8 with Content-Type: application/json."),
  UNSUPPORTED_CONTENT_ENCODING(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Unsupported content encoding",
      "The request has a Content-Encoding other than identity.",
      "Send the body uncompressed, without Content-Encoding."),
  VALIDATION_FAILED(HttpStatus.BAD_REQUEST, "Invalid input",
      "The input is invalid; errors lists every fault with its place.",
      "Correct all of them and send the request again."),
  UNKNOWN_FIELD(HttpStatus.BAD_REQUEST, "Unknown field",
      "The body has an unknown member. Nothing was done, because it may be a misspelt right.",
      "Correct or remove the members that errors names."),
  // HTTP.
  REQUEST_MALFORMED(HttpStatus.BAD_REQUEST, "Malformed request",
      "The request is not valid HTTP, or its URI is invalid; the detail names the fault.",
      "Check the request line, the headers and the length of the body. Percent-encode characters that a URI "
          + "may not contain."),
  URI_TOO_LONG(HttpStatus.REQUEST_URI_TOO_LONG, "URI too long",
      "The URI of the request has more than 4,000 characters.",
      "Send a shorter query."),
  HEADERS_TOO_LARGE(HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "Headers too large",
      "The headers of the request have more than 64 KiB.",
      "Send fewer or shorter headers."),
  ROUTE_NOT_FOUND(HttpStatus.NOT_FOUND, "Unknown route",
      "There is no such path.",
      "Check the path against the API description."),
  METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "Method not allowed",
      "The path does not support this method.",
      "Use one of the methods in the Allow header."),
  NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "Not acceptable",
      "The Accept header excludes every available format.",
      "Accept application/json, or omit the header."),
  // Failures of the server.
  INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR, "Internal error",
      "The server failed. The request is not the cause.",
      "Retry. If the error persists, send the request_id to the operator, who finds the cause in the log."),
  VERIFICATION_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "Verification unavailable",
      "The key cannot be checked at the moment, so nothing is granted.",
      "Retry after the time in Retry-After."),
  STORE_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "Store unavailable",
      "The database is not available at the moment.",
      "Retry after the time in Retry-After.");

  private static final String PATH = "/problems/";

  private static final Set<ProblemType> OF_FAILED_AUTHENTICATIONS = EnumSet.of(
      CREDENTIALS_MISSING, CREDENTIALS_MALFORMED, KEY_MALFORMED, KEY_INVALID, OPERATOR_TOKEN_INVALID,
      TOO_MANY_FAILURES);

  private static final Set<ProblemType> OF_PROVEN_KEYS = EnumSet.of(
      KEY_DISABLED, KEY_EXPIRED, KEY_NOT_YET_VALID, TENANT_SUSPENDED, ADDRESS_NOT_ALLOWED, RATE_LIMITED,
      PERMISSION_MISSING, TENANT_ID_MISSING, TENANT_MISMATCH, CAMPAIGN_ACCESS_DENIED, CAMPAIGN_NOT_FOUND,
      VERIFICATION_UNAVAILABLE);

  private final HttpStatus status;
  private final String title;
  private final String meaning;
  private final String remedy;

  ProblemType(HttpStatus status, String title, String meaning, String remedy) {
    this.status = status;
    this.title = title;
    this.meaning = meaning;
    this.remedy = remedy;
  }

  /** Returns the stable name in the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the HTTP status of the response. */
  public HttpStatus status() {
    return status;
  }

  /** Returns a title of a few words. */
  public String title() {
    return title;
  }

  /** Returns what has happened, independent of the request. */
  public String meaning() {
    return meaning;
  }

  /** Returns what to do. */
  public String remedy() {
    return remedy;
  }

  /** Returns whether this problem refuses a request before a secret is proven. */
  public boolean isOfAFailedAuthentication() {
    return OF_FAILED_AUTHENTICATIONS.contains(this);
  }

  /** Returns whether this problem is a refusal of the access decision. */
  public boolean isOfADecision() {
    return isOfAFailedAuthentication() || OF_PROVEN_KEYS.contains(this);
  }

  /** Returns the path of the page that explains this problem. */
  String path() {
    return PATH + code();
  }

  public static Optional<ProblemType> coded(String code) {
    return Arrays.stream(values()).filter(type -> type.code().equals(code)).findFirst();
  }

  /** Maps an error of the HTTP server to a problem type. */
  static ProblemType of(HttpStatus status) {
    return switch (status) {
      case NOT_FOUND -> ROUTE_NOT_FOUND;
      case METHOD_NOT_ALLOWED -> METHOD_NOT_ALLOWED;
      case NOT_ACCEPTABLE -> NOT_ACCEPTABLE;
      case REQUEST_ENTITY_TOO_LARGE -> BODY_TOO_LARGE;
      case UNSUPPORTED_MEDIA_TYPE -> UNSUPPORTED_MEDIA_TYPE;
      default -> status.getCode() < 500 ? REQUEST_MALFORMED : INTERNAL_ERROR;
    };
  }
}
