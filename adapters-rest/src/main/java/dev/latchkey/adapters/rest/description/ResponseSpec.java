package dev.latchkey.adapters.rest.description;

import dev.latchkey.adapters.rest.kit.input.Schema;
import java.util.Optional;

/** A response of an operation that succeeds. Records in it are examples, and their types give the schemas. */
public sealed interface ResponseSpec {

  /** Returns the HTTP status. */
  int status();

  /** The success envelope with its content. */
  record Success(int status, Optional<String> message, Optional<Object> data) implements ResponseSpec {}

  /** One page of a list of such items. */
  record Listing(Object item) implements ResponseSpec {

    @Override
    public int status() {
      return 200;
    }
  }

  /** The envelope with one result for each item. */
  record Results(String message, Object result) implements ResponseSpec {

    @Override
    public int status() {
      return 200;
    }
  }

  /** A response without a body. */
  record Nothing(int status, String description) implements ResponseSpec {}

  /** A response without an envelope. */
  record Plain(int status, String contentType, Schema schema, String description) implements ResponseSpec {}
}
