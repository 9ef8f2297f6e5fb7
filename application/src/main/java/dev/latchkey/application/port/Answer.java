package dev.latchkey.application.port;

/**
 * An answer as it was sent, to be sent again.
 *
 * @param status the HTTP status
 * @param body without what may be shown only once
 */
public record Answer(int status, String contentType, String body) {}
