package dev.latchkey.application.port;

/**
 * A request that its sender may send again without harm.
 *
 * @param owner who sends it; one sender's requests are nobody else's
 * @param route what it is sent to
 * @param idempotencyKey the sender's own name for it, 1 to 255 visible characters
 */
public record IdempotentRequest(String owner, String route, String idempotencyKey) {}
