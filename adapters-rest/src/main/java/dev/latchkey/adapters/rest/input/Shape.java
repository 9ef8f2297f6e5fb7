package dev.latchkey.adapters.rest.input;

import java.util.Optional;

/** How an object is read: ask the reader for each member, then build the thing. */
@FunctionalInterface
public interface Shape<T> {

  /** The thing; empty where the reader noted a fault. */
  Optional<T> read(ObjectReader object);
}
