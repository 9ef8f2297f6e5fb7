package dev.latchkey.adapters.persistence.idempotency;

import io.micronaut.core.annotation.Introspected;

/** The id of a stored response and its size in bytes. */
@Introspected
record StoredResponseSize(String id, long size) {}
