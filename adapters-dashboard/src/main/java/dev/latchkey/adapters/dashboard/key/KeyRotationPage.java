package dev.latchkey.adapters.dashboard.key;

import dev.latchkey.adapters.dashboard.frame.FormErrors;
import dev.latchkey.adapters.dashboard.frame.FormToken;
import dev.latchkey.adapters.dashboard.frame.Frame;
import dev.latchkey.adapters.dashboard.frame.Framed;
import dev.latchkey.domain.key.ApiKey;
import java.util.List;

/**
 * Model of the form that rotates a key.
 *
 * @param once identifies this form, so that it is processed once
 */
public record KeyRotationPage(
    Frame frame, ApiKey key, Fields fields, FormErrors faults, FormToken once) implements Framed {

  /** The offered overlaps, in hours. */
  public static final List<String> OVERLAPS = List.of("1", "24", "168", "720", "0");

  public static final String OTHER = "other";

  /**
   * The fields as typed.
   *
   * @param overlap one of {@link #OVERLAPS}, or {@link #OTHER}
   * @param amount the number of units, for {@link #OTHER}
   * @param unit the name of a {@link Unit}
   * @param expiresAt empty: the expiry of the old key
   */
  public record Fields(String overlap, String amount, String unit, String expiresAt) {

    /** The default overlap is one day: long enough for most clients, and safe for a key in use. */
    public static final Fields PRESELECTED = new Fields("24", "", Unit.HOURS.name(), "");
  }

  /** The units of another overlap. */
  public enum Unit {
    HOURS,
    DAYS
  }
}
