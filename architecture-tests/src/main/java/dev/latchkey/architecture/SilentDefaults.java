package dev.latchkey.architecture;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * JDK members that use the default locale, time zone or charset of the machine unless a parameter says another.
 *
 * @param members as owner and name; a constructor has the name {@code <init>}
 * @param applies types of which a parameter must have one, or the member is harmless; empty if it never is
 * @param saidBy types of parameters that replace the default
 */
record SilentDefaults(Set<String> members, Set<String> applies, Set<String> saidBy) {

  private static final Set<String> CHARSETS = Set.of(
      "java.nio.charset.Charset", "java.nio.charset.CharsetDecoder", "java.nio.charset.CharsetEncoder");

  private static final List<SilentDefaults> ALL = List.of(
      new SilentDefaults(
          Set.of(
              "java.io.Console.format",
              "java.io.Console.printf",
              "java.io.PrintStream.format",
              "java.io.PrintStream.printf",
              "java.io.PrintWriter.format",
              "java.io.PrintWriter.printf",
              "java.lang.String.format",
              "java.lang.String.formatted",
              "java.lang.String.toLowerCase",
              "java.lang.String.toUpperCase",
              "java.text.BreakIterator.getCharacterInstance",
              "java.text.BreakIterator.getLineInstance",
              "java.text.BreakIterator.getSentenceInstance",
              "java.text.BreakIterator.getWordInstance",
              "java.text.Collator.getInstance",
              "java.text.DateFormatSymbols.<init>",
              "java.text.DateFormatSymbols.getInstance",
              "java.text.DecimalFormat.<init>",
              "java.text.DecimalFormatSymbols.<init>",
              "java.text.DecimalFormatSymbols.getInstance",
              "java.text.ListFormat.getInstance",
              "java.text.MessageFormat.<init>",
              "java.text.NumberFormat.getCompactNumberInstance",
              "java.text.NumberFormat.getCurrencyInstance",
              "java.text.NumberFormat.getInstance",
              "java.text.NumberFormat.getIntegerInstance",
              "java.text.NumberFormat.getNumberInstance",
              "java.text.NumberFormat.getPercentInstance",
              "java.time.format.DateTimeFormatter.ofLocalizedDate",
              "java.time.format.DateTimeFormatter.ofLocalizedDateTime",
              "java.time.format.DateTimeFormatter.ofLocalizedPattern",
              "java.time.format.DateTimeFormatter.ofLocalizedTime",
              "java.time.format.DateTimeFormatter.ofPattern",
              "java.time.format.DateTimeFormatterBuilder.toFormatter",
              "java.util.Calendar.getInstance",
              "java.util.Currency.getDisplayName",
              "java.util.Currency.getSymbol",
              "java.util.Formatter.<init>",
              "java.util.GregorianCalendar.<init>",
              "java.util.Locale.getDefault",
              "java.util.Locale.getDisplayCountry",
              "java.util.Locale.getDisplayLanguage",
              "java.util.Locale.getDisplayName",
              "java.util.Locale.getDisplayScript",
              "java.util.Locale.getDisplayVariant",
              "java.util.ResourceBundle.getBundle",
              "java.util.Scanner.<init>",
              "java.util.TimeZone.getDisplayName"),
          Set.of(),
          Set.of("java.text.DateFormatSymbols", "java.text.DecimalFormatSymbols", "java.util.Locale")),
      new SilentDefaults(Set.of("java.text.MessageFormat.format"), Set.of("java.lang.String"), Set.of()),
      new SilentDefaults(
          Set.of(
              "java.time.Clock.systemDefaultZone",
              "java.time.LocalDate.now",
              "java.time.LocalDateTime.now",
              "java.time.LocalTime.now",
              "java.time.MonthDay.now",
              "java.time.OffsetDateTime.now",
              "java.time.OffsetTime.now",
              "java.time.Year.now",
              "java.time.YearMonth.now",
              "java.time.ZoneId.systemDefault",
              "java.time.ZonedDateTime.now",
              "java.time.chrono.ChronoLocalDate.now",
              "java.time.chrono.Chronology.dateNow",
              "java.util.Calendar.getInstance",
              "java.util.GregorianCalendar.<init>",
              "java.util.TimeZone.getDefault",
              "java.util.zip.ZipEntry.getTime",
              "java.util.zip.ZipEntry.setTime"),
          Set.of(),
          Set.of("java.time.Clock", "java.time.ZoneId", "java.util.TimeZone")),
      // No parameter of these states the zone, or they change the default itself. The compiler warns of other methods
      // of Date, which are deprecated.
      new SilentDefaults(
          Set.of(
              "java.sql.Date.toLocalDate",
              "java.sql.Date.valueOf",
              "java.sql.Time.toLocalTime",
              "java.sql.Time.valueOf",
              "java.sql.Timestamp.toLocalDateTime",
              "java.sql.Timestamp.valueOf",
              "java.text.DateFormat.getDateInstance",
              "java.text.DateFormat.getDateTimeInstance",
              "java.text.DateFormat.getInstance",
              "java.text.DateFormat.getTimeInstance",
              "java.text.SimpleDateFormat.<init>",
              "java.util.Date.toString",
              "java.util.Locale.setDefault",
              "java.util.TimeZone.setDefault"),
          Set.of(),
          Set.of()),
      new SilentDefaults(
          Set.of(
              "java.sql.CallableStatement.getDate",
              "java.sql.CallableStatement.getTime",
              "java.sql.CallableStatement.getTimestamp",
              "java.sql.PreparedStatement.setDate",
              "java.sql.PreparedStatement.setTime",
              "java.sql.PreparedStatement.setTimestamp",
              "java.sql.ResultSet.getDate",
              "java.sql.ResultSet.getTime",
              "java.sql.ResultSet.getTimestamp"),
          Set.of(),
          Set.of("java.util.Calendar")),
      new SilentDefaults(
          Set.of(
              "java.io.ByteArrayOutputStream.toString",
              "java.io.FileReader.<init>",
              "java.io.FileWriter.<init>",
              "java.io.InputStreamReader.<init>",
              "java.io.OutputStreamWriter.<init>",
              "java.io.PrintStream.<init>",
              "java.lang.Process.errorReader",
              "java.lang.Process.inputReader",
              "java.lang.Process.outputWriter",
              "java.lang.String.getBytes",
              "java.net.URLDecoder.decode",
              "java.net.URLEncoder.encode",
              "java.nio.charset.Charset.defaultCharset"),
          Set.of(),
          CHARSETS),
      new SilentDefaults(Set.of("java.io.PrintWriter.<init>"), Set.of("java.lang.String"), CHARSETS),
      new SilentDefaults(
          Set.of("java.io.PrintWriter.<init>", "java.lang.String.<init>"),
          Set.of("[B", "java.io.File", "java.io.OutputStream"),
          CHARSETS));

  /** The console writes in the charset of the machine. */
  private static final Set<String> CONSOLE = Set.of("java.lang.System.err", "java.lang.System.out");

  static boolean include(JavaAccess<?> access) {
    return ALL.stream().anyMatch(silent -> silent.matches(access)) && !LocalizedFormats.stateTheLocale(access);
  }

  static boolean isConsole(JavaAccess<?> access) {
    return CONSOLE.contains("%s.%s".formatted(access.getTargetOwner().getName(), access.getTarget().getName()));
  }

  private boolean matches(JavaAccess<?> access) {
    return access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target
        && target.getOwner().getAllClassesSelfIsAssignableTo().stream()
            .anyMatch(owner -> members.contains(owner.getName() + "." + target.getName()))
        && depends(target.getRawParameterTypes().stream().map(JavaClass::getName).collect(Collectors.toSet()));
  }

  private boolean depends(Set<String> parameters) {
    return (applies.isEmpty() || parameters.stream().anyMatch(applies::contains))
        && parameters.stream().noneMatch(saidBy::contains);
  }
}
