package dev.latchkey.domain.campaign;

import dev.latchkey.domain.Violation;

/** The reason why a text is not a webhook address. */
public enum WebhookFault implements WebhookReading {
  TOO_LONG("too_long", "Has more than " + WebhookAddress.LONGEST + " characters. Send a shorter address."),
  INVALID_URL("invalid_url", "Is not an absolute URL with a host. Send one such as https://example.com/calls."),
  NOT_HTTPS("not_https", "Does not begin with https://. Send an https address."),
  HAS_USER_INFO("user_info_not_allowed", "Contains a user name or password before the host. Leave it out."),
  NOT_PUBLIC(
      "address_not_public",
      "The host is a private or special address, or a name that only resolves inside a network. Send a public host; an IPv4"
          + " address only as four decimal numbers.");

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
