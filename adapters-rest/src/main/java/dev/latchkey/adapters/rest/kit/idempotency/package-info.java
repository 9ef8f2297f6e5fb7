/** Carries out a request with an {@code Idempotency-Key} once, and repeats its response. */
@NullMarked
package dev.latchkey.adapters.rest.kit.idempotency;

import org.jspecify.annotations.NullMarked;
