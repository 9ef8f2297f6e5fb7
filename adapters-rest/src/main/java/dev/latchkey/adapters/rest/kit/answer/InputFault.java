package dev.latchkey.adapters.rest.kit.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A field error: one thing that is wrong with a request.
 *
 * @param pointer place as a JSON pointer (RFC 6901); a query parameter or a header counts as a member of one object
 * @param code stable, snake_case
 * @param message what would be valid
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record InputFault(String pointer, @MayBePrinted("A code of an error.") String code, String message) {

  /** Joins field errors into one text for people. */
  public static String inWords(List<InputFault> faults) {
    return faults.stream().map(InputFault::inWords).collect(Collectors.joining(" "));
  }

  private String inWords() {
    return pointer.isEmpty() ? message : pointer.substring(1) + ": " + message;
  }
}
