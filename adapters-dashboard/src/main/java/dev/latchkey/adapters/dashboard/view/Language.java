package dev.latchkey.adapters.dashboard.view;

import java.text.MessageFormat;
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

  /** The text with its gaps {0}, {1} and so on filled, numbers and plurals as the language has them. */
  public String text(String key, Object... gaps) {
    return new MessageFormat(text(key), locale).format(gaps);
  }
}
