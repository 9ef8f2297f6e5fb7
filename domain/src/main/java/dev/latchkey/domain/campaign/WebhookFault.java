package dev.latchkey.domain.campaign;

import dev.latchkey.domain.Violation;

/** The reason why a text is not a webhook address. */
public enum WebhookFault implements WebhookReading {
  TOO_LONG("too_long", "Must have at most " + WebhookAddress.LONGEST + " characters."),
  INVALID_URL("invalid_url", "Must be an absolute URL with a host, such as https://example.com/calls."),
  NOT_HTTPS("not_https", "Must begin with https://."),
  HAS_USER_INFO("user_info_not_allowed", "Contains a user name or a password before the host. Remove it."),
  NOT_PUBLIC(
      "address_not_public",
      "Must have a public host: no private or special address, and no name that only resolves inside a network. Write an"
          + " IPv4 address as four decimal numbers.");

  private final String code;
  private final String message;

  WebhookFault(String code, String message) {
    this.code = code;
    this.message = message;
  }

  public Violation fault() {
    return new Violation("webhook_url", code, message);
  }
}
