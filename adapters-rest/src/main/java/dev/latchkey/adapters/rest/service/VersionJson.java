package dev.latchkey.adapters.rest.service;

import io.micronaut.serde.annotation.Serdeable;

/** Version of the program. */
@Serdeable.Serializable
record VersionJson(String version) {}
