package dev.latchkey.domain.campaign;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The name of a time zone. It is kept as sent, because the Java runtime lacks some names of the IANA database.
 *
 * @param value a name that the IANA time zone database had when it was stored
 */
public record TimeZoneName(String value) {

  /** Names that the time zone compiler of the JDK omits or keeps under other names. */
  private static final Set<String> LEFT_OUT_BY_JAVA = Set.of("EST", "HST", "MST", "ROC", "GMT+0", "GMT-0", "Factory");

  /** The prefix of names that only the JDK has. */
  private static final String ONLY_IN_JAVA = "SystemV/";

  /**
   * Zones and links of the IANA database. The JDK contains them and updates them with each of its releases, or by its
   * {@code tzupdater}. The differences above are the only ones, compared with {@code tzdata.zi} of 2025b.
   */
  private static final Set<String> IANA = iana();

  /** Parses a name of the IANA time zone database, case-sensitively; empty if the database has no such name. */
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
