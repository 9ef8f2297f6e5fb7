package dev.latchkey.domain.campaign;

import dev.latchkey.domain.Fault;

/** Why a text is no webhook address. */
public enum WebhookFault implements WebhookReading {
  TOO_LONG("too_long", "It has at most " + WebhookAddress.LONGEST + " characters."),
  INVALID_URL("invalid_url", "It is an absolute URL with a host."),
  NOT_HTTPS("not_https", "The webhook address starts with https://."),
  HAS_USER_INFO("user_info_not_allowed", "No user name or password stands before the host."),
  NOT_PUBLIC(
      "address_not_public",
      "The host is public: no private or special name or address, and an IPv4 address only as four decimal numbers.");

  private final String code;
  private final String message;

  WebhookFault(String code, String message) {
    this.code = code;
    this.message = message;
  }

  public Fault fault() {
    return new Fault("webhook_url", code, message);
  }
}
