package dev.latchkey.adapters.persistence.server;

/** A read of the change feed failed, or another server is used: no connection that is open now may be used again. */
public record ConnectionsOutdated() {}
