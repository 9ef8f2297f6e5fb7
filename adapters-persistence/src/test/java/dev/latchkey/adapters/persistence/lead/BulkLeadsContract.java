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
import dev.latchkey.domain.lead.Lead;
import dev.latchkey.domain.lead.LeadFilter;
import java.util.List;
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

  private static Lead lead(LeadId id, Lead lead) {
    return Lead.added(id, lead.campaign(), lead.phoneNumber(), lead.details(), false, lead.createdAt());
  }
}
