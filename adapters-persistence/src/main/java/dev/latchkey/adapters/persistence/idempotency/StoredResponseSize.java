package dev.latchkey.adapters.persistence.idempotency;

import io.micronaut.core.annotation.Introspected;

/** An answer's row, and how much it takes up. */
@Introspected
record StoredResponseSize(String id, long size) {}
