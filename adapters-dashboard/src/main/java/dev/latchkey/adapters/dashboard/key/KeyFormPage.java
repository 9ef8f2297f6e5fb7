package dev.latchkey.adapters.dashboard.key;

import dev.latchkey.adapters.dashboard.frame.DashboardUrls;
import dev.latchkey.adapters.dashboard.frame.FormErrors;
import dev.latchkey.adapters.dashboard.frame.FormToken;
import dev.latchkey.adapters.dashboard.frame.Frame;
import dev.latchkey.adapters.dashboard.frame.Framed;
import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.key.ApiKey;
import java.util.List;
import java.util.Optional;

/**
 * Model of the form that creates or changes a key.
 *
 * @param key the key to be changed; empty: a new one
 * @param campaigns the campaigns that can be selected, newest first
 * @param more whether the tenant has further campaigns
 * @param once identifies this form, so that it is processed once
 */
public record KeyFormPage(
    Frame frame,
    Optional<ApiKey> key,
    KeyFields fields,
    FormErrors faults,
    List<Campaign> campaigns,
    boolean more,
    FormToken once) implements Framed {

  public String title() {
    return language().text(key.isPresent() ? "keys.edit.title" : "keys.new.title");
  }

  public String action() {
    return action(frame.place());
  }

  /** Returns the URL of the form in the language of {@code place}. */
  public String action(DashboardUrls place) {
    return key.map(it -> place.keyEdit(it.id())).orElseGet(place::newKey);
  }
}
