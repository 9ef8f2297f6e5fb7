package dev.latchkey.adapters.rest.kit.input;

import java.util.Optional;

/**
 * Decoder of an object: reads each member from the reader, then builds the value. The API description is made from the
 * members that are read of an empty object, so a decoder reads every member, independent of the values of the others.
 */
@FunctionalInterface
public interface ObjectDecoder<T> {

  /** Decodes the object; empty if the reader recorded an error. */
  Optional<T> read(JsonObjectReader object);
}
