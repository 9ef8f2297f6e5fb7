package dev.latchkey.adapters.dashboard.frame;

import dev.latchkey.domain.tenant.PasswordFault;
import java.util.Locale;
import java.util.Map;

/**
 * What is wrong with a form that was sent, each fault beside its field.
 *
 * @param texts the key of a text for each field at fault
 */
public record FormErrors(Map<String, String> texts) {

  public static final FormErrors NONE = new FormErrors(Map.of());

  public FormErrors {
    texts = Map.copyOf(texts);
  }

  /** The key of the text that says why a password cannot be set. */
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
