package dev.latchkey.benchmarks.cluster;

/** A tenant that the campaign created. */
record KnownTenant(String name, String id) {}
