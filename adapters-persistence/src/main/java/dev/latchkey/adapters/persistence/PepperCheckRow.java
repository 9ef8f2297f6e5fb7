package dev.latchkey.adapters.persistence;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** The check value of a pepper. */
@MappedEntity("pepper_check")
record PepperCheckRow(@Id String version, String checkValue) {}
