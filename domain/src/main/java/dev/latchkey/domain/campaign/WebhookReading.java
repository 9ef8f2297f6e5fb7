package dev.latchkey.domain.campaign;

/** The result of parsing a text as a webhook address. */
public sealed interface WebhookReading permits WebhookAddress, WebhookFault {}
