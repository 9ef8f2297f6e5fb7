package dev.latchkey.adapters.dashboard.key;

import dev.latchkey.adapters.dashboard.frame.FormToken;
import dev.latchkey.adapters.dashboard.frame.Frame;
import dev.latchkey.adapters.dashboard.frame.Framed;
import dev.latchkey.adapters.dashboard.frame.Language;
import dev.latchkey.domain.key.ApiKey;
import java.util.List;
import java.util.Map;

/**
 * The form for rotating a key.
 *
 * @param faults what is wrong with a field, by its name
 * @param once proves that this very form was not sent before
 */
public record KeyRotationPage(
    Frame frame, ApiKey key, Fields fields, Map<String, String> faults, FormToken once) implements Framed {

  /** Hours. */
  public static final List<String> OVERLAPS = List.of("1", "24", "168", "720", "0");

  public static final String OTHER = "other";

  /**
   * What was typed.
   *
   * @param overlap one of {@link #OVERLAPS}, or {@link #OTHER}
   * @param amount how many of the unit, where another overlap is chosen
   * @param unit a label of {@link Unit}
   * @param expiresAt empty: as the old key
   */
  public record Fields(String overlap, String amount, String unit, String expiresAt) {

    /** One day: long enough for most, and no danger to a key that is in use. */
    public static final Fields PRESELECTED = new Fields("24", "", Unit.HOURS.name(), "");
  }

  /** What another overlap is counted in. */
  public enum Unit {
    HOURS,
    DAYS
  }

  public Language language() {
    return frame.language();
  }

  public boolean faulty(String field) {
    return faults.containsKey(field);
  }

  public String fault(String field) {
    return faults.getOrDefault(field, "");
  }
}
