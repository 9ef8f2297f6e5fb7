package dev.latchkey.adapters.persistence.server;

/** From now on another server of the database is used, so connections to the one before are of no more use. */
public record ServerChanged() {}
