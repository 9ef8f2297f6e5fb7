package dev.latchkey.adapters.rest.service;

import io.micronaut.serde.annotation.Serdeable;

/** Which version of the program this is. */
@Serdeable.Serializable
public record VersionJson(String version) {}
