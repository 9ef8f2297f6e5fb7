package dev.latchkey.adapters.dashboard.key;

import dev.latchkey.adapters.dashboard.frame.DashboardUrls;
import dev.latchkey.adapters.dashboard.frame.FormToken;
import dev.latchkey.adapters.dashboard.frame.Frame;
import dev.latchkey.adapters.dashboard.frame.Framed;
import dev.latchkey.adapters.dashboard.frame.Language;
import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.key.ApiKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The form for a new key or for changing one.
 *
 * @param key the key to be changed; empty: a new one
 * @param faults what is wrong with a field, by its name; under the empty name, with the form as a whole
 * @param campaigns those to choose from, newest first
 * @param more whether the tenant has campaigns beyond these
 * @param once proves that this very form was not sent before
 */
public record KeyFormPage(
    Frame frame,
    Optional<ApiKey> key,
    KeyFields fields,
    Map<String, String> faults,
    List<Campaign> campaigns,
    boolean more,
    FormToken once) implements Framed {

  public Language language() {
    return frame.language();
  }

  public String title() {
    return language().text(key.isPresent() ? "keys.edit.title" : "keys.new.title");
  }

  public String action() {
    return action(frame.place());
  }

  /** Where the form is, in whichever language. */
  public String action(DashboardUrls place) {
    return key.map(it -> place.keyEdit(it.id())).orElseGet(place::newKey);
  }

  public boolean faulty(String field) {
    return faults.containsKey(field);
  }

  /** What describes a field: its fault first, then its help. */
  public String describedBy(String field) {
    return faulty(field) ? field + "-fault " + field + "-help" : field + "-help";
  }
}
