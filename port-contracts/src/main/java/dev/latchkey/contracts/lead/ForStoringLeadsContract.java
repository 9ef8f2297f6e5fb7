package dev.latchkey.contracts.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.application.port.out.ForStoringLeads;
import dev.latchkey.application.port.out.ForStoringLeads.Adding;
import dev.latchkey.contracts.support.Edges;
import dev.latchkey.contracts.support.Household;
import dev.latchkey.contracts.support.LeadSamples;
import dev.latchkey.contracts.support.Moments;
import dev.latchkey.contracts.support.NewIds;
import dev.latchkey.contracts.support.Promise;
import dev.latchkey.contracts.support.Race;
import dev.latchkey.contracts.support.TimeZones;
import dev.latchkey.contracts.support.Untested;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.CampaignScope;
import dev.latchkey.domain.id.LeadId;
import dev.latchkey.domain.lead.CustomValue;
import dev.latchkey.domain.lead.Lead;
import dev.latchkey.domain.lead.LeadDetails;
import dev.latchkey.domain.lead.LeadFilter;
import dev.latchkey.domain.lead.PhoneNumber;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** The promises of {@code ForStoringLeads}. */
@Untested(of = ForStoringLeads.class, says = "The number of statements does not grow with the number of "
    + "leads.", because = "No contract sees statements; BulkLeadsTest of the adapter counts them.")
@Untested(of = ForStoringLeads.class, says = "The number of statements does not grow with the number of "
    + "references.", because = "No contract sees statements; BulkLeadsTest of the adapter counts them.")
@Untested(of = ForStoringLeads.class, says = "The number of reads does not grow with the number of "
    + "alterations.", because = "No contract sees reads; BulkLeadsTest of the adapter counts them.")
public interface ForStoringLeadsContract
    extends
      LeadsInBulkContract,
      LeadChangesContract,
      LeadRemovalContract,
      LeadFiltersContract {

  @Test
  @Promise(of = ForStoringLeads.class, says = "Stores a new lead, unless the campaign already has one with its phone "
      + "number; of two concurrent ones, one is stored.")
  @Promise(of = ForStoringLeads.class, says = "The lead is stored.")
  @Promise(of = ForStoringLeads.class, says = "The outcome of adding a lead.")
  default void aNewLeadIsStored() {
    CampaignScope campaign = Household.in(store()).insideACampaign();
    Lead lead = lead(campaign, "+4915112345678", LeadSamples.LEAST);

    assertThat(store().leads().add(campaign, lead)).isEqualTo(new Adding.Added());
    assertThat(all(campaign)).containsExactly(lead);
  }

  @Test
  @Promise(of = ForStoringLeads.class, says = "The campaign already has a lead with this phone number.")
  @Promise(of = ForStoringLeads.class, says = "Nothing was written.")
  @Promise(of = ForStoringLeads.class, says = "The outcome of adding a lead.")
  default void aPhoneNumberThatTheCampaignHasIsTakenAndNothingIsWritten() {
    CampaignScope campaign = Household.in(store()).insideACampaign();
    Lead there = lead(campaign, "+4915112345678", LeadSamples.FULLEST);
    store().leads().add(campaign, there);

    Lead late = lead(campaign, "+4915112345678", LeadSamples.LEAST);

    assertThat(store().leads().add(campaign, late)).isEqualTo(new Adding.Taken(there));
    assertThat(all(campaign)).containsExactly(there);
  }

  @Test
  @Promise(of = ForStoringLeads.class, says = "Stores a new lead, unless the campaign already has one with its phone "
      + "number; of two concurrent ones, one is stored.")
  default void numbersOfWhichOneBeginsLikeTheOtherAreDifferentLeads() {
    CampaignScope campaign = Household.in(store()).insideACampaign();

    for (String number : List.of("+1415555", "+14155550", "+141555501234567", "+1415556")) {
      assertThat(store().leads().add(campaign, lead(campaign, number, LeadSamples.LEAST)))
          .isEqualTo(new Adding.Added());
    }
  }

  @Test
  @Promise(of = ForStoringLeads.class, says = "Storage of the leads of one campaign: a lead of another campaign is not "
      + "visible.")
  default void aLeadOfAnotherCampaignIsNotThere() {
    Household household = Household.in(store());
    CampaignScope campaign = household.insideACampaign();
    CampaignScope sibling = household.insideACampaign();
    CampaignScope stranger = Household.in(store()).insideACampaign();

    for (CampaignScope each : List.of(campaign, sibling, stranger)) {
      Lead lead = lead(each, "+4915112345678", LeadSamples.LEAST);
      assertThat(store().leads().add(each, lead)).isEqualTo(new Adding.Added());
      assertThat(all(each)).containsExactly(lead);
    }
  }

  @Test
  @Promise(of = ForStoringLeads.class, says = "@throws IllegalArgumentException if the lead belongs to another "
      + "campaign")
  default void aLeadIsNotAddedToAnotherCampaignThanItsOwn() {
    Household household = Household.in(store());
    CampaignScope campaign = household.insideACampaign();
    CampaignScope sibling = household.insideACampaign();

    assertThatThrownBy(() -> store().leads().add(campaign, lead(sibling, "+4915112345678", LeadSamples.LEAST)))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(all(campaign)).isEmpty();
    assertThat(all(sibling)).isEmpty();
  }

  @Test
  @Promise(of = ForStoringLeads.class, says = "Stores a new lead, unless the campaign already has one with its phone "
      + "number; of two concurrent ones, one is stored.")
  default void ofTwoLeadsWithOneNumberAtOnceOneIsStored() throws Exception {
    for (int round = 0; round < Race.ROUNDS; round++) {
      CampaignScope campaign = Household.in(store()).insideACampaign();

      List<Adding> ends = Race.of(
          _ -> {
            Lead lead = lead(campaign, "+4915112345678", LeadSamples.LEAST);
            return () -> store().leads().add(campaign, lead);
          });

      List<Lead> stored = all(campaign);
      assertThat(stored).hasSize(1);
      assertThat(ends.stream().filter(new Adding.Added()::equals)).hasSize(1);
      assertThat(ends.stream().filter(new Adding.Taken(stored.getFirst())::equals)).hasSize(Race.CONTESTANTS - 1);
    }
  }

  @Test
  @Promise(of = ForStoringLeads.class, says = "Stores a new lead, unless the campaign already has one with its phone "
      + "number; of two concurrent ones, one is stored.")
  default void leadsWithDifferentNumbersAtOnceAreAllStored() throws Exception {
    CampaignScope campaign = Household.in(store()).insideACampaign();

    List<Adding> ends = Race.of(
        i -> {
          Lead lead = lead(campaign, "+491511234567" + i, LeadSamples.FULLEST);
          return () -> store().leads().add(campaign, lead);
        });

    assertThat(ends).containsOnly(new Adding.Added());
    assertThat(all(campaign)).hasSize(Race.CONTESTANTS);
  }

  @Test
  @Promise(of = ForStoringLeads.class, says = "Returns the campaign's leads that match the filter, newest first.")
  default void leadsAreListedNewestFirst() {
    CampaignScope campaign = Household.in(store()).insideACampaign();
    Lead oldest = lead(campaign, "+4915112345671", LeadSamples.LEAST);
    Lead middle = lead(campaign, "+4915112345672", LeadSamples.LEAST);
    Lead newest = lead(campaign, "+4915112345673", LeadSamples.LEAST);
    List.of(middle, newest, oldest).forEach(lead -> store().leads().add(campaign, lead));

    Page<Lead> page = store().leads().list(campaign, LeadFilter.ALL, PageRequest.first(3));

    assertThat(page.items()).containsExactly(newest, middle, oldest);
    assertThat(page.next()).isEmpty();
  }

  @Test
  @Promise(of = ForStoringLeads.class, says = "Returns the campaign's leads that match the filter, newest first.")
  default void pagesOfLeadsStayRightWhileLeadsCome() {
    CampaignScope campaign = Household.in(store()).insideACampaign();
    for (int i = 1; i <= 4; i++) {
      store().leads().add(campaign, lead(campaign, "+491511234567" + i, LeadSamples.LEAST));
    }

    Page<Lead> page = store().leads().list(campaign, LeadFilter.ALL, PageRequest.first(2));
    store().leads().add(campaign, lead(campaign, "+4915112345675", LeadSamples.LEAST));
    Page<Lead> nextPage = store().leads().list(campaign, LeadFilter.ALL, new PageRequest(2, page.next()));

    assertThat(page.items())
        .extracting(lead -> lead.phoneNumber().value())
        .containsExactly("+4915112345674", "+4915112345673");
    assertThat(nextPage.items())
        .extracting(lead -> lead.phoneNumber().value())
        .containsExactly("+4915112345672", "+4915112345671");
    assertThat(nextPage.next()).isEmpty();
  }

  @Test
  @Promise(of = ForStoringLeads.class, says = "Returns the campaign's leads that match the filter, newest first.")
  default void aCampaignWithoutLeadsHasAnEmptyList() {
    CampaignScope campaign = Household.in(store()).insideACampaign();

    assertThat(store().leads().list(campaign, LeadFilter.ALL, PageRequest.first(20)))
        .isEqualTo(new Page<>(List.of(), OptionalLong.empty()));
  }

  @Test
  @Promise(of = ForStoringLeads.class, says = "Every value is returned as it was stored: texts to the character, "
      + "numbers to the digit, times to the microsecond.")
  default void everythingThatIsKnownOfALeadComesBackAsItWasStored() {
    CampaignScope campaign = Household.in(store()).insideACampaign();
    int number = 0;
    for (LeadDetails details : LeadSamples.ALL) {
      for (boolean doNotCall : List.of(true, false)) {
        Lead lead = new Lead(
            new LeadId(NewIds.next()),
            campaign.id(),
            new PhoneNumber("+491511234567" + number++),
            details,
            doNotCall,
            number % 4 < 2,
            Moments.DELICATE.get(1),
            Moments.DELICATE.get(2));
        store().leads().add(campaign, lead);

        assertThat(store().leads().list(campaign, LeadFilter.ALL, PageRequest.first(1)).items()).containsExactly(lead);
        assertThat(store().leads().add(campaign, lead)).isEqualTo(new Adding.Taken(lead));
      }
    }
  }

  @Test
  @Promise(of = ForStoringLeads.class, says = "Every value is returned as it was stored: texts to the character, "
      + "numbers to the digit, times to the microsecond.")
  default void aNumberOfACustomFieldKeepsItsValueHoweverLongItIs() {
    CampaignScope campaign = Household.in(store()).insideACampaign();
    for (String digits : LeadSamples.NUMBERS) {
      CustomValue number = new CustomValue.Numeric(new BigDecimal(digits));
      LeadDetails details = new LeadDetails(Optional.empty(), Optional.empty(), Optional.empty(),
          Map.of("number", number));
      store().leads().add(campaign, lead(campaign, "+49151" + NewIds.next() % 1_000_000_000, details));

      assertThat(store().leads().list(campaign, LeadFilter.ALL, PageRequest.first(1)).items())
          .extracting(lead -> lead.details().customFields().get("number"))
          .containsExactly(number);
    }
  }

  @Test
  @Promise(of = ForStoringLeads.class, says = "Every value is returned as it was stored: texts to the character, "
      + "numbers to the digit, times to the microsecond.")
  @ResourceLock(Resources.TIME_ZONE)
  default void timesOfALeadComeBackToTheMicrosecondInEveryTimeZone() {
    Household household = Household.in(store());
    for (Instant moment : Moments.DELICATE) {
      TimeZones.writtenAndReadInEvery(
          () -> {
            CampaignScope campaign = household.insideACampaign();
            PhoneNumber number = new PhoneNumber("+4915112345678");
            store()
                .leads()
                .add(
                    campaign,
                    Lead.added(new LeadId(NewIds.next()), campaign.id(), number, LeadSamples.LEAST, false, moment));
            return campaign;
          },
          campaign -> {
            assertThat(all(campaign)).extracting(Lead::createdAt).containsExactly(moment);
            assertThat(all(campaign)).extracting(Lead::updatedAt).containsExactly(moment);
          });
    }
  }

  @Test
  @Promise(of = ForStoringLeads.class, says = "Returns the campaign's leads that match the filter, newest first.")
  default void pagesOfLeadsEndWhereTheLeadsEnd() {
    CallList list = CallList.in(store());
    List<Lead> leads = List.of(list.stored(list.lead(1)), list.stored(list.lead(2)), list.stored(list.lead(3)));

    Edges.areRight(
        leads.reversed(), request -> store().leads().list(list.scope(), LeadFilter.ALL, request),
        lead -> lead.id().value());
  }

  private List<Lead> all(CampaignScope campaign) {
    return store().leads().list(campaign, LeadFilter.ALL, PageRequest.first(PageRequest.HIGHEST_LIMIT)).items();
  }

  private static Lead lead(CampaignScope campaign, String number, LeadDetails details) {
    return Lead.added(
        new LeadId(NewIds.next()), campaign.id(), new PhoneNumber(number), details, false, Moments.NOW);
  }
}
