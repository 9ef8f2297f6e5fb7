package dev.latchkey.adapters.rest.field;

import dev.latchkey.adapters.rest.kit.answer.InputFault;
import dev.latchkey.adapters.rest.kit.answer.Problem;
import dev.latchkey.adapters.rest.kit.input.JsonObjectReader;
import dev.latchkey.domain.Violation;
import java.util.List;

/** Violations that the domain found, as field errors of the request. */
public final class Violations {

  private Violations() {}

  /** Records the violations of an object, except for members that have an error already. */
  public static void note(JsonObjectReader object, List<Violation> violations) {
    violations.forEach(violation -> object.note(violation.field(), violation.code(), violation.message()));
  }

  /** Returns the problem with these violations. */
  public static Problem problem(List<Violation> violations) {
    return Problem.of(faults(violations));
  }

  /** Returns the violations as field errors of the body. */
  public static List<InputFault> faults(List<Violation> violations) {
    return violations.stream()
        .map(violation -> new InputFault("/" + violation.field(), violation.code(), violation.message()))
        .toList();
  }
}
