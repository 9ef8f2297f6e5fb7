package dev.latchkey.adapters.rest.description;

import dev.latchkey.adapters.rest.kit.input.Schema;
import java.util.Optional;

/** What an operation tells where it succeeds. */
sealed interface ResponseSpec {

  int status();

  /** The envelope, with what it holds. */
  record Success(int status, Optional<String> message, Optional<Class<?>> data) implements ResponseSpec {}

  record Listing(Class<?> item) implements ResponseSpec {

    @Override
    public int status() {
      return 200;
    }
  }

  /** What became of each of many. */
  record Results(String message, Class<?> result) implements ResponseSpec {

    @Override
    public int status() {
      return 200;
    }
  }

  record Nothing(int status, String description) implements ResponseSpec {}

  /** Something that is in no envelope. */
  record Plain(int status, String contentType, Schema schema, String description) implements ResponseSpec {}
}
