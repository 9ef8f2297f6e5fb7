package dev.latchkey.adapters.dashboard.frame;

import dev.latchkey.domain.tenant.PasswordFault;
import java.util.Locale;
import java.util.Map;

/**
 * Field errors of a submitted form.
 *
 * @param texts the message key of each invalid field
 */
public record FormErrors(Map<String, String> texts) {

  public static final FormErrors NONE = new FormErrors(Map.of());

  public FormErrors {
    texts = Map.copyOf(texts);
  }

  /** Returns the message key of the reason why a password cannot be set. */
  public static String key(PasswordFault fault) {
    return "password.fault." + fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public boolean any() {
    return !texts.isEmpty();
  }

  public boolean at(String field) {
    return texts.containsKey(field);
  }

  public String text(String field, Language language) {
    return language.text(texts.getOrDefault(field, ""));
  }
}
