package dev.latchkey.application.port;

/**
 * A request that its client may repeat without further effect.
 *
 * @param owner the client; requests of different owners are never the same
 * @param route the method and route of the request
 * @param idempotencyKey the client's name for the request, 1 to 255 visible characters
 */
public record IdempotentRequest(String owner, String route, String idempotencyKey) {}
