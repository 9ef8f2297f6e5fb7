/** Contract of the port that records the responses of requests with an {@code Idempotency-Key}. */
@NullMarked
package dev.latchkey.contracts.idempotency;

import org.jspecify.annotations.NullMarked;
