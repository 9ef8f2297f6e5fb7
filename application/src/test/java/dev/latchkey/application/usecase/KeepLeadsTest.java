package dev.latchkey.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.port.in.ForKeepingLeads.Adding;
import dev.latchkey.application.port.in.ForManagingCampaigns.Creating;
import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.Caller;
import dev.latchkey.domain.access.CampaignScope;
import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.campaign.CampaignType;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.LeadId;
import dev.latchkey.domain.lead.CustomValue;
import dev.latchkey.domain.lead.Lead;
import dev.latchkey.domain.lead.LeadDetails;
import dev.latchkey.domain.lead.LeadDraft;
import dev.latchkey.domain.lead.LeadFilter;
import dev.latchkey.domain.lead.LeadPatch;
import dev.latchkey.domain.lead.LeadReference;
import dev.latchkey.domain.lead.LeadUpdate;
import dev.latchkey.domain.lead.LeadUpdateResult;
import dev.latchkey.domain.lead.PhoneNumber;
import dev.latchkey.domain.refusal.TenantClaim;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeepLeadsTest {

  private static final PhoneNumber NUMBER = new PhoneNumber("+4915112345678");

  private static final PhoneNumber OTHER = new PhoneNumber("+4915112345679");
  private static final PhoneNumber THIRD = new PhoneNumber("+4915112345670");

  private static final LeadPatch TOO_LARGE = new LeadPatch(
      FieldUpdate.keep(),
      FieldUpdate.keep(),
      FieldUpdate.keep(),
      FieldUpdate.keep(),
      Map.of("n", Optional.of(new CustomValue.Text("x".repeat(LeadDetails.LARGEST_CUSTOM_FIELDS)))),
      false);

  private final Shop shop = new Shop();
  private final CampaignScope scope = entered();

  @Test
  void aNewLeadIsAdded() {
    assertThat(shop.leads.add(scope, LeadDraft.of(NUMBER, details("Ada", "1"))))
        .isInstanceOfSatisfying(Adding.Added.class, added -> {
          Lead lead = added.lead();
          assertThat(lead.campaign()).isEqualTo(scope.id());
          assertThat(lead.phoneNumber()).isEqualTo(NUMBER);
          assertThat(lead.details()).isEqualTo(details("Ada", "1"));
          assertThat(lead.doNotCall()).isFalse();
          assertThat(lead.createdAt()).isEqualTo(Shop.OPENING);
          assertThat(shop.leads.list(scope, LeadFilter.ALL, PageRequest.first(20)).items()).containsExactly(lead);
        });
  }

  @Test
  void aLeadThatIsSentTwiceIsAlreadyThere() {
    Lead first = added(NUMBER);
    shop.clock.advance(Duration.ofHours(1));

    assertThat(shop.leads.add(scope, LeadDraft.of(NUMBER, details("Ada", "1.00"))))
        .isEqualTo(new Adding.AlreadyThere(first));
    assertThat(shop.leads.list(scope, LeadFilter.ALL, PageRequest.first(20)).items()).containsExactly(first);
  }

  @Test
  void aLeadThatDiffersFindsItsNumberTakenAndNothingIsChanged() {
    Lead first = added(NUMBER);

    assertThat(shop.leads.add(scope, LeadDraft.of(NUMBER, details("Bob", "1"))))
        .isEqualTo(new Adding.NumberTaken(first));
    assertThat(shop.leads.add(scope, LeadDraft.of(NUMBER, details("Ada", "2"))))
        .isEqualTo(new Adding.NumberTaken(first));
    assertThat(shop.leads.list(scope, LeadFilter.ALL, PageRequest.first(20)).items()).containsExactly(first);
  }

  @Test
  void partOfAStoredLeadIsAlreadyThereAndAMarkThatDiffersIsNot() {
    Lead marked = ((Adding.Added) shop.leads.add(scope, marked(true))).lead();

    assertThat(marked.doNotCall()).isTrue();
    assertThat(shop.leads.add(scope, draft(NUMBER, FieldUpdate.keep()))).isEqualTo(new Adding.AlreadyThere(marked));
    assertThat(shop.leads.addAll(scope, List.of(marked(true), marked(false))))
        .containsExactly(new Adding.AlreadyThere(marked), new Adding.NumberTaken(marked));
    assertThat(stored()).containsExactly(marked);
  }

  @Test
  void aLeadIsFoundByItsIdInItsCampaignAlone() {
    Lead lead = added(NUMBER);

    assertThat(shop.leads.find(scope, lead.id())).contains(lead);
    assertThat(shop.leads.find(entered(), lead.id())).isEmpty();
    assertThat(shop.leads.find(scope, LeadId.UNKNOWN)).isEmpty();
  }

  @Test
  void leadsAreListedByWhatIsAsked() {
    Lead lead = added(NUMBER);
    added(OTHER);
    LeadFilter byNumber = new LeadFilter(
        Optional.of(NUMBER), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    assertThat(shop.leads.list(scope, byNumber, PageRequest.first(20)).items()).containsExactly(lead);
  }

  @Test
  void aChangeThatChangesNothingLeavesTheTimeOfUpdate() {
    Lead lead = added(NUMBER);
    shop.clock.advance(Duration.ofHours(1));

    assertThat(
        shop.leads.changeAll(scope, List.of(new LeadUpdate(new LeadReference.ById(lead.id()), naming("Ada")))))
        .containsExactly(Optional.of(new LeadUpdateResult.Revised(lead)));
    assertThat(stored()).containsExactly(lead);
  }

  @Test
  void anotherCampaignHasALeadWithThatNumberOfItsOwn() {
    added(NUMBER);

    assertThat(shop.leads.add(entered(), LeadDraft.of(NUMBER, details("Bob", "1")))).isInstanceOf(Adding.Added.class);
  }

  @Test
  void leadsAreListedNewestFirst() {
    Lead older = added(NUMBER);
    Lead newer = added(new PhoneNumber("+4915112345679"));

    assertThat(shop.leads.list(scope, LeadFilter.ALL, PageRequest.first(20)).items()).containsExactly(newer, older);
  }

  @Test
  void manyLeadsAreAddedInTheirOrderAndEachIsAnsweredInItsPlace() {
    Lead there = added(NUMBER);
    shop.clock.advance(Duration.ofHours(1));

    List<Adding> ends = shop.leads.addAll(
        scope,
        List.of(
            LeadDraft.of(OTHER, details("Eve", "1")),
            LeadDraft.of(NUMBER, details("Ada", "1.00")),
            LeadDraft.of(NUMBER, details("Bob", "1")),
            LeadDraft.of(THIRD, details("Eve", "3")),
            LeadDraft.of(OTHER, details("Eve", "1")),
            LeadDraft.of(OTHER, details("Eve", "2"))));

    Lead other = ((Adding.Added) ends.get(0)).lead();
    Lead third = ((Adding.Added) ends.get(3)).lead();
    assertThat(ends)
        .containsExactly(
            new Adding.Added(other),
            new Adding.AlreadyThere(there),
            new Adding.NumberTaken(there),
            new Adding.Added(third),
            new Adding.AlreadyThere(other),
            new Adding.NumberTaken(other));
    assertThat(other)
        .isEqualTo(
            Lead.added(other.id(), scope.id(), OTHER, details("Eve", "1"), false,
                Shop.OPENING.plus(Duration.ofHours(1))));
    assertThat(third.createdAt()).isEqualTo(other.createdAt());
    assertThat(stored()).containsExactly(third, other, there);
  }

  @Test
  void manyLeadsAreChangedInOrderAndAnInvalidChangeAffectsNoOther() {
    Lead first = added(NUMBER);
    Lead second = added(OTHER);
    shop.clock.advance(Duration.ofHours(1));
    Instant later = Shop.OPENING.plus(Duration.ofHours(1));

    List<Optional<LeadUpdateResult>> ends = shop.leads.changeAll(
        scope,
        List.of(
            new LeadUpdate(new LeadReference.ByNumber(THIRD), naming("Nobody")),
            new LeadUpdate(new LeadReference.ById(second.id()), naming("Bob")),
            new LeadUpdate(new LeadReference.ById(first.id()), TOO_LARGE),
            new LeadUpdate(new LeadReference.ByNumber(OTHER), naming("Eve"))));

    Lead bob = ((LeadUpdateResult.Revised) naming("Bob").on(second, later)).lead();
    Lead eve = ((LeadUpdateResult.Revised) naming("Eve").on(bob, later)).lead();
    assertThat(ends)
        .containsExactly(
            Optional.empty(),
            Optional.of(new LeadUpdateResult.Revised(bob)),
            Optional.of(TOO_LARGE.on(first, later)),
            Optional.of(new LeadUpdateResult.Revised(eve)));
    assertThat(ends.get(2)).get().isInstanceOf(LeadUpdateResult.Unsound.class);
    assertThat(eve.updatedAt()).isEqualTo(later);
    assertThat(stored()).containsExactly(eve, first);
  }

  @Test
  void manyLeadsAreRemovedInOrderAndEachOnlyOnce() {
    Lead first = added(NUMBER);
    Lead second = added(OTHER);
    Lead third = added(THIRD);

    assertThat(
        shop.leads.removeAll(
            scope,
            List.of(
                new LeadReference.ByNumber(THIRD),
                new LeadReference.ById(third.id()),
                new LeadReference.ById(first.id()))))
        .containsExactly(Optional.of(third), Optional.empty(), Optional.of(first));
    assertThat(stored()).containsExactly(second);
  }

  @Test
  void theLeadsOfAnotherCampaignAreNeitherChangedNorRemoved() {
    Lead lead = added(NUMBER);
    CampaignScope elsewhere = entered();
    LeadReference reference = new LeadReference.ById(lead.id());

    assertThat(shop.leads.changeAll(elsewhere, List.of(new LeadUpdate(reference, naming("Eve")))))
        .containsExactly(Optional.empty());
    assertThat(shop.leads.removeAll(elsewhere, List.of(reference))).containsExactly(Optional.empty());
    assertThat(stored()).containsExactly(lead);
  }

  private List<Lead> stored() {
    return shop.leads.list(scope, LeadFilter.ALL, PageRequest.first(20)).items();
  }

  private static LeadDraft marked(boolean doNotCall) {
    return draft(NUMBER, FieldUpdate.to(doNotCall));
  }

  private static LeadDraft draft(PhoneNumber number, FieldUpdate<Boolean> doNotCall) {
    return new LeadDraft(number, FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.keep(), doNotCall,
        FieldUpdate.keep());
  }

  private static LeadPatch naming(String firstName) {
    return new LeadPatch(
        FieldUpdate.to(Optional.of(firstName)), FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.keep(), Map.of(),
        false);
  }

  private Lead added(PhoneNumber number) {
    return ((Adding.Added) shop.leads.add(scope, LeadDraft.of(number, details("Ada", "1")))).lead();
  }

  private CampaignScope entered() {
    Caller caller = shop.caller(
        shop.issue("Till").plain());
    Campaign campaign = ((Creating.Created) shop.campaigns.create(shop.scope(), Shop.plan(CampaignType.INBOUND)))
        .campaign();
    return (CampaignScope) shop.access
        .enter(caller, campaign.id(), Permission.LEADS_WRITE, new TenantClaim.Absent());
  }

  private static LeadDetails details(String firstName, String number) {
    return new LeadDetails(
        Optional.of(firstName),
        Optional.empty(),
        Optional.empty(),
        Map.of("number", new CustomValue.Numeric(new BigDecimal(number))));
  }
}
