/** Executes a request with an {@code Idempotency-Key} once, and replays its response. */
@NullMarked
package dev.latchkey.adapters.rest.idempotency;

import org.jspecify.annotations.NullMarked;
