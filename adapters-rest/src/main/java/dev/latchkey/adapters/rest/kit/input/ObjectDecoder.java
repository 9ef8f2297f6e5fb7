package dev.latchkey.adapters.rest.kit.input;

import java.util.Optional;

/**
 * How an object is read: ask the reader for each member, then build the thing. The API's description is made from what is
 * asked of an empty object, so every member is asked for whatever the others are.
 */
@FunctionalInterface
public interface ObjectDecoder<T> {

  /** The thing; empty where the reader noted a fault. */
  Optional<T> read(JsonObjectReader object);
}
