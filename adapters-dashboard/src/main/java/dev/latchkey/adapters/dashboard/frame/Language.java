package dev.latchkey.adapters.dashboard.frame;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** A language that the pages speak. Its tag is the first part of their URL. */
public enum Language {
  EN(Locale.ENGLISH),
  DE(Locale.GERMAN);

  private static final String BUNDLE = Language.class.getPackageName() + ".texts";

  // A missing bundle is an error, not a page in the language of the server's owner.
  private static final ResourceBundle.Control NO_FALLBACK = ResourceBundle.Control
      .getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  public static Optional<Language> tagged(String tag) {
    return Arrays.stream(values()).filter(language -> language.tag().equals(tag)).findFirst();
  }

  /** Whether a path is one of pages. Asked of every request to the API too, so it takes next to nothing. */
  public static boolean leads(String path) {
    return path.startsWith("/en/") || path.startsWith("/de/");
  }

  public String tag() {
    return locale.toLanguageTag();
  }

  /** The language's name in itself, for those who look for it. */
  public String ownName() {
    return text("language");
  }

  public String text(String key) {
    return ResourceBundle.getBundle(BUNDLE, locale, NO_FALLBACK).getString(key);
  }

  /** A text with something put in its places, as {@link String#formatted} does. */
  public String text(String key, Object... put) {
    return text(key).formatted(put);
  }

  /** A moment to the minute, in UTC as everywhere in Latchkey. */
  public String moment(Instant moment) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(locale)
        .withZone(ZoneOffset.UTC)
        .format(moment) + " UTC";
  }
}
