package dev.latchkey.adapters.rest.description;

import dev.latchkey.adapters.rest.kit.input.Schema;
import java.util.Optional;

/** A response of an operation that succeeds. */
sealed interface ResponseSpec {

  int status();

  /** The success envelope with its content. */
  record Success(int status, Optional<String> message, Optional<Class<?>> data) implements ResponseSpec {}

  record Listing(Class<?> item) implements ResponseSpec {

    @Override
    public int status() {
      return 200;
    }
  }

  /** The envelope with one result for each item. */
  record Results(String message, Class<?> result) implements ResponseSpec {

    @Override
    public int status() {
      return 200;
    }
  }

  record Nothing(int status, String description) implements ResponseSpec {}

  /** A response without an envelope. */
  record Plain(int status, String contentType, Schema schema, String description) implements ResponseSpec {}
}
