package dev.latchkey.adapters.rest.kit.input;

import dev.latchkey.adapters.rest.kit.answer.InputFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where in the input something stands, and what was found wrong so far.
 *
 * @param pointer a JSON pointer
 * @param strict whether a member that nobody asked for is a fault
 */
public record JsonPath(String pointer, boolean strict, List<InputFault> faults) {

  /** Nobody mends more at once, and an answer is not made long by whoever sends nonsense. */
  private static final int MOST_FAULTS = 100;

  public static JsonPath top(boolean strict) {
    return new JsonPath("", strict, new ArrayList<>());
  }

  JsonPath member(String name) {
    return new JsonPath(pointer + "/" + name.replace("~", "~0").replace("/", "~1"), strict, faults);
  }

  JsonPath item(int index) {
    return new JsonPath(pointer + "/" + index, strict, faults);
  }

  /** Notes a fault here; there is no value then. */
  public <T> Optional<T> fault(String code, String message) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(new InputFault(pointer, code, message));
    }
    return Optional.empty();
  }

  /** Whether something is known to be wrong here or further in. */
  boolean isFaulty() {
    // Once no more are noted, nothing can be known to be right.
    return faults.size() >= MOST_FAULTS || faults.stream().anyMatch(this::concerns);
  }

  private boolean concerns(InputFault fault) {
    return fault.pointer().equals(pointer) || fault.pointer().startsWith(pointer + "/");
  }
}
