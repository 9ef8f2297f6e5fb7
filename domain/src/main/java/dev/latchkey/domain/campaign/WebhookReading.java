package dev.latchkey.domain.campaign;

/** What came of reading a text as a webhook address. */
public sealed interface WebhookReading permits WebhookAddress, WebhookFault {}
