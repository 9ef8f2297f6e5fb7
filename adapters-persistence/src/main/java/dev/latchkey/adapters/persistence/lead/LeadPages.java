package dev.latchkey.adapters.persistence.lead;

import dev.latchkey.adapters.persistence.jdbc.InstantAsMicros;
import dev.latchkey.domain.lead.LeadFilter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads one page of a campaign's leads, newest first. Each condition except for times has an index with the matching
 * rows in the order of the page.
 *
 * @param campaign the campaign's id
 * @param before the exclusive upper bound of the ids
 * @param limit the maximum number of rows
 */
record LeadPages(LeadRepository leads, long campaign, LeadFilter filter, long before, int limit) {

  List<LeadRow> read() {
    if (filter.number().isPresent()) {
      return withNumber(filter.number().get().value());
    }
    if (filter.email().isPresent()) {
      return leads.withEmail(campaign, filter.email().get(), marks(), created(), updated(), before, limit);
    }
    if (filter.createdSince().isPresent() || filter.updatedSince().isPresent()) {
      return since();
    }
    return filter.doNotCall().isPresent()
        ? leads.marked(campaign, filter.doNotCall().get(), before, limit)
        : leads.newest(campaign, before, limit);
  }

  /** Finds the lead with the number: at most one. */
  private List<LeadRow> withNumber(String number) {
    Optional<LeadRow> found = leads.findByCampaignIdAndPhoneNumber(campaign, number);
    return found.filter(row -> row.id() < before && filter.admits(row.toLead())).stream().toList();
  }

  /**
   * Reads the newest leads first. Where many leads match, these contain enough for a page. Where too few match, the
   * index by time has few rows to sort. So in the usual cases a page reads neither all leads nor all matches.
   */
  private List<LeadRow> since() {
    List<LeadRow> newest = leads.amongNewest(campaign, marks(), created(), updated(), before, limit);
    if (newest.size() == limit) {
      return newest;
    }
    return filter.updatedSince().isPresent()
        ? leads.updatedSince(campaign, marks(), created(), updated(), before, limit)
        : leads.createdSince(campaign, marks(), created(), before, limit);
  }

  private List<Boolean> marks() {
    return filter.doNotCall().map(List::of).orElseGet(() -> List.of(false, true));
  }

  private long created() {
    return micros(filter.createdSince());
  }

  private long updated() {
    return micros(filter.updatedSince());
  }

  private static long micros(Optional<Instant> since) {
    return since.map(InstantAsMicros::micros).orElse(Long.MIN_VALUE);
  }
}
