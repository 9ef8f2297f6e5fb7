package dev.latchkey.adapters.rest.kit.input;

import dev.latchkey.adapters.rest.kit.answer.InputFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A place in the input, with the field errors so far.
 *
 * @param pointer a JSON pointer
 * @param strict whether a member that no decoder reads is an error
 */
public record JsonPath(String pointer, boolean strict, List<InputFault> faults) {

  /** Limit that keeps the response to invalid input short. A client corrects fewer errors at once. */
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

  /** Records a field error at this place. Returns empty, as there is no value. */
  public <T> Optional<T> fault(String code, String message) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(new InputFault(pointer, code, message));
    }
    return Optional.empty();
  }

  /** Returns whether there is an error at this place or inside it. */
  boolean isFaulty() {
    // At the limit no more errors are recorded, so no value counts as valid.
    return faults.size() >= MOST_FAULTS || faults.stream().anyMatch(this::concerns);
  }

  private boolean concerns(InputFault fault) {
    return fault.pointer().equals(pointer) || fault.pointer().startsWith(pointer + "/");
  }
}
