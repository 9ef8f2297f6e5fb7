package dev.latchkey.adapters.persistence;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;

/** The check value of a pepper as it is stored. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record PepperDocument(String version, String value) {}
