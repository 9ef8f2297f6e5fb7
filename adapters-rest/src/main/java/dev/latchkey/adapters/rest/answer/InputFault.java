package dev.latchkey.adapters.rest.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.domain.Fault;
import io.micronaut.serde.annotation.Serdeable;

/**
 * One thing that is wrong with what was sent.
 *
 * @param pointer where, as a JSON pointer (RFC 6901); a query parameter or a header counts as a member of one object
 * @param code stable, snake_case
 * @param message what would be right
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record InputFault(String pointer, String code, String message) {

  /** What the domain found wrong with a member of the body. */
  public static InputFault of(Fault fault) {
    return new InputFault("/" + fault.field(), fault.code(), fault.message());
  }
}
