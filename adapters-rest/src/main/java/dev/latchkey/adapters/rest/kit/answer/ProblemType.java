package dev.latchkey.adapters.rest.kit.answer;

import io.micronaut.http.HttpStatus;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Every problem of this API. Only this type maps problems to HTTP statuses. */
public enum ProblemType {
  // Authentication.
  CREDENTIALS_MISSING,
  CREDENTIALS_MALFORMED,
  KEY_MALFORMED,
  KEY_INVALID,
  OPERATOR_TOKEN_INVALID,
  TOO_MANY_FAILURES,
  // Keys that are valid at another time.
  KEY_DISABLED,
  KEY_EXPIRED,
  KEY_NOT_YET_VALID,
  // Permissions, and where they apply.
  TENANT_SUSPENDED,
  ADDRESS_NOT_ALLOWED,
  RATE_LIMITED,
  PERMISSION_MISSING,
  PERMISSION_ESCALATION,
  TENANT_ID_MISSING,
  TENANT_MISMATCH,
  CAMPAIGN_ACCESS_DENIED,
  // Records that are missing or in conflict.
  CAMPAIGN_NOT_FOUND,
  TENANT_NOT_FOUND,
  API_KEY_NOT_FOUND,
  REFUSED_REQUEST_NOT_FOUND,
  LEAD_NOT_FOUND,
  MEMBER_NOT_FOUND,
  MEMBER_EXISTS,
  LEAD_EXISTS,
  KEY_STATE_CONFLICT,
  VERSION_CONFLICT,
  // Requests that were sent before.
  IDEMPOTENCY_IN_PROGRESS,
  IDEMPOTENCY_KEY_REUSED,
  // Request bodies.
  BODY_MALFORMED,
  BODY_TOO_LARGE,
  UNSUPPORTED_MEDIA_TYPE,
  UNSUPPORTED_CONTENT_ENCODING,
  VALIDATION_FAILED,
  UNKNOWN_FIELD,
  // HTTP.
  REQUEST_MALFORMED,
  URI_TOO_LONG,
  HEADERS_TOO_LARGE,
  ROUTE_NOT_FOUND,
  METHOD_NOT_ALLOWED,
  NOT_ACCEPTABLE,
  // Failures of the server.
  INTERNAL_ERROR,
  VERIFICATION_UNAVAILABLE,
  STORE_UNAVAILABLE;

  private static final String PATH = "/problems/";

  private static final Set<ProblemType> OF_FAILED_AUTHENTICATIONS = EnumSet.of(
      CREDENTIALS_MISSING, CREDENTIALS_MALFORMED, KEY_MALFORMED, KEY_INVALID, OPERATOR_TOKEN_INVALID,
      TOO_MANY_FAILURES);

  private static final Set<ProblemType> OF_PROVEN_KEYS = EnumSet.of(
      KEY_DISABLED, KEY_EXPIRED, KEY_NOT_YET_VALID, TENANT_SUSPENDED, ADDRESS_NOT_ALLOWED, RATE_LIMITED,
      PERMISSION_MISSING, TENANT_ID_MISSING, TENANT_MISMATCH, CAMPAIGN_ACCESS_DENIED, CAMPAIGN_NOT_FOUND,
      VERIFICATION_UNAVAILABLE);

  /** Returns the stable name in the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public HttpStatus status() {
    return switch (this) {
      case CREDENTIALS_MISSING -> HttpStatus.UNAUTHORIZED;
      case CREDENTIALS_MALFORMED -> HttpStatus.UNAUTHORIZED;
      case KEY_MALFORMED -> HttpStatus.UNAUTHORIZED;
      case KEY_INVALID -> HttpStatus.UNAUTHORIZED;
      case OPERATOR_TOKEN_INVALID -> HttpStatus.UNAUTHORIZED;
      case TOO_MANY_FAILURES -> HttpStatus.TOO_MANY_REQUESTS;
      case KEY_DISABLED -> HttpStatus.UNAUTHORIZED;
      case KEY_EXPIRED -> HttpStatus.UNAUTHORIZED;
      case KEY_NOT_YET_VALID -> HttpStatus.UNAUTHORIZED;
      case TENANT_SUSPENDED -> HttpStatus.FORBIDDEN;
      case ADDRESS_NOT_ALLOWED -> HttpStatus.FORBIDDEN;
      case RATE_LIMITED -> HttpStatus.TOO_MANY_REQUESTS;
      case PERMISSION_MISSING -> HttpStatus.FORBIDDEN;
      case PERMISSION_ESCALATION -> HttpStatus.FORBIDDEN;
      case TENANT_ID_MISSING -> HttpStatus.BAD_REQUEST;
      case TENANT_MISMATCH -> HttpStatus.FORBIDDEN;
      case CAMPAIGN_ACCESS_DENIED -> HttpStatus.FORBIDDEN;
      case CAMPAIGN_NOT_FOUND -> HttpStatus.NOT_FOUND;
      case TENANT_NOT_FOUND -> HttpStatus.NOT_FOUND;
      case API_KEY_NOT_FOUND -> HttpStatus.NOT_FOUND;
      case REFUSED_REQUEST_NOT_FOUND -> HttpStatus.NOT_FOUND;
      case LEAD_NOT_FOUND -> HttpStatus.NOT_FOUND;
      case MEMBER_NOT_FOUND -> HttpStatus.NOT_FOUND;
      case MEMBER_EXISTS -> HttpStatus.CONFLICT;
      case LEAD_EXISTS -> HttpStatus.CONFLICT;
      case KEY_STATE_CONFLICT -> HttpStatus.CONFLICT;
      case VERSION_CONFLICT -> HttpStatus.PRECONDITION_FAILED;
      case IDEMPOTENCY_IN_PROGRESS -> HttpStatus.CONFLICT;
      case IDEMPOTENCY_KEY_REUSED -> HttpStatus.UNPROCESSABLE_ENTITY;
      case BODY_MALFORMED -> HttpStatus.BAD_REQUEST;
      case VALIDATION_FAILED -> HttpStatus.BAD_REQUEST;
      case UNKNOWN_FIELD -> HttpStatus.BAD_REQUEST;
      case REQUEST_MALFORMED -> HttpStatus.BAD_REQUEST;
      case URI_TOO_LONG -> HttpStatus.REQUEST_URI_TOO_LONG;
      case HEADERS_TOO_LARGE -> HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE;
      case ROUTE_NOT_FOUND -> HttpStatus.NOT_FOUND;
      case METHOD_NOT_ALLOWED -> HttpStatus.METHOD_NOT_ALLOWED;
      case NOT_ACCEPTABLE -> HttpStatus.NOT_ACCEPTABLE;
      case BODY_TOO_LARGE -> HttpStatus.REQUEST_ENTITY_TOO_LARGE;
      case UNSUPPORTED_MEDIA_TYPE -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
      case UNSUPPORTED_CONTENT_ENCODING -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
      case INTERNAL_ERROR -> HttpStatus.INTERNAL_SERVER_ERROR;
      case VERIFICATION_UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
      case STORE_UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
    };
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
