package dev.latchkey.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.port.in.ForKeepingLeads.Adding;
import dev.latchkey.application.port.in.ForManagingCampaigns.Creating;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.Caller;
import dev.latchkey.domain.access.CampaignScope;
import dev.latchkey.domain.access.TenantClaim;
import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.campaign.CampaignType;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.lead.CustomValue;
import dev.latchkey.domain.lead.Lead;
import dev.latchkey.domain.lead.LeadDetails;
import dev.latchkey.domain.lead.PhoneNumber;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeepLeadsTest {

  private static final PhoneNumber NUMBER = new PhoneNumber("+4915112345678");

  private final Shop shop = new Shop();
  private final CampaignScope scope = entered();

  @Test
  void aNewLeadIsAdded() {
    assertThat(shop.leads.add(scope, NUMBER, details("Ada", "1")))
        .isInstanceOfSatisfying(Adding.Added.class, added -> {
          Lead lead = added.lead();
          assertThat(lead.campaign()).isEqualTo(scope.id());
          assertThat(lead.phoneNumber()).isEqualTo(NUMBER);
          assertThat(lead.details()).isEqualTo(details("Ada", "1"));
          assertThat(lead.doNotCall()).isFalse();
          assertThat(lead.createdAt()).isEqualTo(Shop.OPENING);
          assertThat(shop.leads.list(scope, PageRequest.first(20)).items()).containsExactly(lead);
        });
  }

  @Test
  void aLeadThatIsSentTwiceIsAlreadyThere() {
    Lead first = added(NUMBER);
    shop.clock.advance(Duration.ofHours(1));

    assertThat(shop.leads.add(scope, NUMBER, details("Ada", "1.00"))).isEqualTo(new Adding.AlreadyThere(first));
    assertThat(shop.leads.list(scope, PageRequest.first(20)).items()).containsExactly(first);
  }

  @Test
  void aLeadThatDiffersFindsItsNumberTakenAndNothingIsChanged() {
    Lead first = added(NUMBER);

    assertThat(shop.leads.add(scope, NUMBER, details("Bob", "1"))).isEqualTo(new Adding.NumberTaken());
    assertThat(shop.leads.add(scope, NUMBER, details("Ada", "2"))).isEqualTo(new Adding.NumberTaken());
    assertThat(shop.leads.list(scope, PageRequest.first(20)).items()).containsExactly(first);
  }

  @Test
  void anotherCampaignHasALeadWithThatNumberOfItsOwn() {
    added(NUMBER);

    assertThat(shop.leads.add(entered(), NUMBER, details("Bob", "1"))).isInstanceOf(Adding.Added.class);
  }

  @Test
  void leadsAreListedNewestFirst() {
    Lead older = added(NUMBER);
    Lead newer = added(new PhoneNumber("+4915112345679"));

    assertThat(shop.leads.list(scope, PageRequest.first(20)).items()).containsExactly(newer, older);
  }

  private Lead added(PhoneNumber number) {
    return ((Adding.Added) shop.leads.add(scope, number, details("Ada", "1"))).lead();
  }

  private CampaignScope entered() {
    Caller caller = shop.caller(
        shop.issue("Till").plain());
    Campaign campaign = ((Creating.Created) shop.campaigns.create(shop.scope(), Shop.plan(CampaignType.INBOUND)))
        .campaign();
    return (CampaignScope) shop.access
        .enter(caller, campaign.id(), Permission.LEADS_WRITE, new TenantClaim.Unsaid());
  }

  private static LeadDetails details(String firstName, String number) {
    return new LeadDetails(
        Optional.of(firstName),
        Optional.empty(),
        Optional.empty(),
        Map.of("number", new CustomValue.Numeric(new BigDecimal(number))));
  }
}
