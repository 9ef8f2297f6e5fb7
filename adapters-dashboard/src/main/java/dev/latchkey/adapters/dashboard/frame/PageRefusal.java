package dev.latchkey.adapters.dashboard.frame;

import io.micronaut.http.HttpStatus;

/** The reasons why a page shows a refusal, each with its status. */
public enum PageRefusal {
  FORBIDDEN(HttpStatus.FORBIDDEN),
  FORGED(HttpStatus.FORBIDDEN),
  FORM_USED(HttpStatus.CONFLICT),
  GONE(HttpStatus.NOT_FOUND),
  MALFORMED(HttpStatus.BAD_REQUEST),
  NO_KEY(HttpStatus.NOT_FOUND),
  NOT_ROTATED_ALREADY_ROTATED(HttpStatus.CONFLICT),
  NOT_ROTATED_DISABLED(HttpStatus.CONFLICT),
  NOT_ROTATED_EXPIRED(HttpStatus.CONFLICT),
  NOT_SWITCHED(HttpStatus.CONFLICT),
  SUSPENDED(HttpStatus.FORBIDDEN),
  TOO_LARGE(HttpStatus.REQUEST_ENTITY_TOO_LARGE),
  UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE),
  UNKNOWN(HttpStatus.NOT_FOUND);

  private final HttpStatus status;

  PageRefusal(HttpStatus status) {
    this.status = status;
  }

  HttpStatus status() {
    return status;
  }

  /** Returns the prefix of its message keys. */
  public String key() {
    return Language.key(this);
  }
}
