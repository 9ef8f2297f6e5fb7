/** The stored responses of requests with an {@code Idempotency-Key}. */
@NullMarked
package dev.latchkey.adapters.persistence.idempotency;

import org.jspecify.annotations.NullMarked;
