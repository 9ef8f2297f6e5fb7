package dev.latchkey.adapters.dashboard.frame;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** A language of the pages. Its tag is the first segment of their URLs. */
public enum Language {
  EN(Locale.ENGLISH),
  DE(Locale.GERMAN);

  private static final String BUNDLE = Language.class.getPackageName() + ".texts";

  // A missing bundle is an error; a fallback would show the language of the server.
  private static final ResourceBundle.Control NO_FALLBACK = ResourceBundle.Control
      .getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
      .withZone(ZoneOffset.UTC);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  public static Optional<Language> tagged(String tag) {
    return Arrays.stream(values()).filter(language -> language.tag().equals(tag)).findFirst();
  }

  /** Returns whether a path belongs to a page. Runs for every API request too, so it must be cheap. */
  public static boolean leads(String path) {
    return path.startsWith("/en/") || path.startsWith("/de/");
  }

  public String tag() {
    return locale.toLanguageTag();
  }

  /** Returns the language's name in that language. */
  public String ownName() {
    return text("language");
  }

  /** Returns the part of a message key that stands for a constant. */
  public static String key(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String text(String key) {
    return ResourceBundle.getBundle(BUNDLE, locale, NO_FALLBACK).getString(key);
  }

  /** Returns a text with its placeholders replaced as by {@link String#formatted}. */
  public String text(String key, Object... put) {
    return String.format(locale, text(key), put);
  }

  /** Formats a moment to the second, in UTC. */
  public static String exact(Instant moment) {
    return EXACT.format(moment) + " UTC";
  }

  /** Formats a moment to the minute, in UTC like all times in Latchkey. */
  public String moment(Instant moment) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(locale)
        .withZone(ZoneOffset.UTC)
        .format(moment) + " UTC";
  }
}
