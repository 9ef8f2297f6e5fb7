package dev.latchkey.adapters.dashboard.view;

import java.util.Map;

/**
 * What is wrong with a form that was sent, each fault beside its field.
 *
 * @param texts the key of a text for each field at fault
 */
public record FormFaults(Map<String, String> texts) {

  public static final FormFaults NONE = new FormFaults(Map.of());

  public FormFaults {
    texts = Map.copyOf(texts);
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
