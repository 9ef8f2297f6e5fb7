package dev.latchkey.application.port;

import dev.latchkey.domain.MayBePrinted;

/**
 * A request with an idempotency key, which its sender may safely repeat.
 *
 * @param owner the sender; requests of different owners are independent of each other
 * @param route the operation to which the request is sent
 * @param idempotencyKey the key chosen by the sender, 1 to 255 visible characters
 */
public record IdempotentRequest(String owner, String route,
    @MayBePrinted("A name that the client gives a request.") String idempotencyKey) {}
