package dev.latchkey.adapters.rest.resource;

import io.micronaut.serde.annotation.Serdeable;

/** Which version of the program this is. */
@Serdeable.Serializable
public record VersionJson(String version) {}
