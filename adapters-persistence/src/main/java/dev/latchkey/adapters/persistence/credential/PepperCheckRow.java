package dev.latchkey.adapters.persistence.credential;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** The check value of a pepper. */
@MappedEntity("pepper_check")
record PepperCheckRow(@Id String version, String checkValue) {}
