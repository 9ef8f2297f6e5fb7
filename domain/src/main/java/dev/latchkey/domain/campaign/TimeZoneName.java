package dev.latchkey.domain.campaign;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The name of a time zone. It is kept as it was sent, because the runtime lacks some of the names of the standard.
 *
 * @param value a name of the IANA time zone database when it was stored
 */
public record TimeZoneName(String value) {

  /** Names that the time zone compiler of the JDK leaves out or keeps under other names. */
  private static final Set<String> LEFT_OUT_BY_JAVA = Set.of("EST", "HST", "MST", "ROC", "GMT+0", "GMT-0", "Factory");

  /** Names that only the JDK has. */
  private static final String ONLY_IN_JAVA = "SystemV/";

  /**
   * Zones and links of the IANA database. The JDK brings them and updates them with each of its releases, or by its
   * {@code tzupdater}; the differences above are the only ones, compared with {@code tzdata.zi} of 2025b.
   */
  private static final Set<String> IANA = iana();

  /** Reads a name of the IANA time zone database, in its spelling; empty where the database has no such name. */
  public static Optional<TimeZoneName> of(String text) {
    return IANA.contains(text) ? Optional.of(new TimeZoneName(text)) : Optional.empty();
  }

  private static Set<String> iana() {
    Set<String> names = new HashSet<>(ZoneId.getAvailableZoneIds());
    names.removeIf(name -> name.startsWith(ONLY_IN_JAVA));
    names.addAll(LEFT_OUT_BY_JAVA);
    return Set.copyOf(names);
  }

  @Override
  public String toString() {
    return value;
  }
}
