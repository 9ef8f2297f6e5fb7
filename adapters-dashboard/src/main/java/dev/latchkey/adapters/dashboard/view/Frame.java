package dev.latchkey.adapters.dashboard.view;

import dev.latchkey.domain.access.Staff;
import java.util.List;
import java.util.Optional;

/**
 * What all pages of the settings have round them: who is signed in where, the tabs, and what was just done.
 *
 * @param tab the one that the page belongs to
 * @param notice what was just done; empty: nothing
 */
public record Frame(Place place, FormToken token, Staff staff, Tab tab, Optional<Notice> notice) {

  public Language language() {
    return place.language();
  }

  public List<Tab> tabs() {
    return Tab.of(staff.member().role());
  }
}
