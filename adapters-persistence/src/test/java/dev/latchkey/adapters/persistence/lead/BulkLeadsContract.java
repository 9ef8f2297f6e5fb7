package dev.latchkey.adapters.persistence.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.adapters.persistence.fixtures.JdbcStore;
import dev.latchkey.adapters.persistence.fixtures.Shop;
import dev.latchkey.adapters.persistence.jdbc.ConstraintViolation;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.CampaignScope;
import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.id.LeadId;
import dev.latchkey.domain.lead.CustomValue;
import dev.latchkey.domain.lead.Lead;
import dev.latchkey.domain.lead.LeadDetails;
import dev.latchkey.domain.lead.LeadFilter;
import dev.latchkey.domain.lead.LeadUpdateResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many leads at once, seen from within this adapter. */
interface BulkLeadsContract {

  JdbcStore store();

  @Test
  default void whereOneLeadCannotBeStoredNoneIs() {
    Shop shop = Shop.in(store());
    Campaign campaign = shop.stored(shop.campaign());
    CampaignScope scope = shop.inside(campaign);
    Lead there = shop.lead(campaign, "+4915112345671");
    store().leads().add(scope, there);

    Lead fresh = shop.lead(campaign, "+4915112345670");
    Lead last = shop.lead(campaign, "+4915112345673");
    Lead withAnIdThatIsTaken = lead(there.id(), shop.lead(campaign, "+4915112345672"));

    assertThatThrownBy(() -> store().leads().addAll(scope, List.of(fresh, withAnIdThatIsTaken, last)))
        .isInstanceOf(IllegalStateException.class);

    assertThat(store().leads().list(scope, LeadFilter.ALL, PageRequest.first(20)).items()).containsExactly(there);
  }

  @Test
  default void leadsOfACampaignThatIsNotThereAreABug() {
    Shop shop = Shop.in(store());
    Campaign nowhere = shop.campaign();

    assertThatThrownBy(
        () -> store().leads().addAll(shop.inside(nowhere), List.of(shop.lead(nowhere, "+4915112345671"))))
        .isInstanceOf(ConstraintViolation.class);
  }

  /** Together they are longer than the longest message of some servers, though the request is short. */
  @Test
  default void manyLeadsWithTheLargestDetailsAreChangedAtOnce() {
    Shop shop = Shop.in(store());
    Campaign campaign = shop.stored(shop.campaign());
    CampaignScope scope = shop.inside(campaign);
    List<String> numbers = IntStream.range(0, 600).mapToObj(i -> "+4915" + (200_000_000 + i)).toList();
    LeadDetails largest = new LeadDetails(
        Optional.empty(), Optional.empty(), Optional.empty(),
        Map.of("note", new CustomValue.Text("'".repeat(LeadDetails.LARGEST_CUSTOM_FIELDS - 100))));
    for (int from = 0; from < numbers.size(); from += 50) {
      store().leads().addAll(
          scope,
          numbers.subList(from, from + 50).stream()
              .map(number -> shop.lead(campaign, number))
              .map(lead -> Lead.added(lead.id(), lead.campaign(), lead.phoneNumber(), largest, false, lead.createdAt()))
              .toList());
    }

    assertThat(store().leads().changeAll(scope, numbers.stream().map(shop::marked).toList(), Shop.NOW))
        .hasSize(numbers.size())
        .allMatch(end -> end.filter(LeadUpdateResult.Revised.class::isInstance).isPresent());

    assertThat(store().leads().list(scope, LeadFilter.ALL, PageRequest.first(20)).items())
        .hasSize(20)
        .allMatch(lead -> lead.doNotCall() && lead.details().equals(largest));
  }

  private static Lead lead(LeadId id, Lead lead) {
    return Lead.added(id, lead.campaign(), lead.phoneNumber(), lead.details(), false, lead.createdAt());
  }
}
