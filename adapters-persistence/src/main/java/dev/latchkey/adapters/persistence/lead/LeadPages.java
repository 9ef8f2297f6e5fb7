package dev.latchkey.adapters.persistence.lead;

import dev.latchkey.adapters.persistence.jdbc.InstantAsMicros;
import dev.latchkey.domain.lead.LeadFilter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads one page of a campaign's leads, newest first. For each condition there is an index that has the matching rows in the
 * order of the page; except for times, for which no index can.
 *
 * @param campaign the campaign's id
 * @param before only leads with a lower id
 * @param limit how many rows at most
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

  /** At most one. */
  private List<LeadRow> withNumber(String number) {
    Optional<LeadRow> found = leads.findByCampaignIdAndPhoneNumber(campaign, number);
    return found.filter(row -> row.id() < before && filter.admits(row.toLead())).stream().toList();
  }

  /**
   * Where many leads match, the newest ones hold enough of them for a page. Where too few do, the index by time has few to
   * sort. So a page takes neither all leads nor all matches in the usual cases.
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
