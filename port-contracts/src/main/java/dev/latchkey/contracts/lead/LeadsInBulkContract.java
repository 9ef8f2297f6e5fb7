package dev.latchkey.contracts.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.application.port.out.ForStoringLeads;
import dev.latchkey.application.port.out.ForStoringLeads.Adding;
import dev.latchkey.contracts.support.Household;
import dev.latchkey.contracts.support.LeadSamples;
import dev.latchkey.contracts.support.Promise;
import dev.latchkey.contracts.support.Race;
import dev.latchkey.contracts.support.StoreContract;
import dev.latchkey.domain.lead.Lead;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The promises about adding many leads at once. */
public interface LeadsInBulkContract extends StoreContract {

  @Test
  @Promise(of = ForStoringLeads.class, says = "Stores the leads whose phone numbers the campaign does not have yet, "
      + "all of them or none; of two leads with the same number the first is stored.")
  @Promise(of = ForStoringLeads.class, says = "@return the outcome for each lead")
  default void allNewLeadsAreStoredAndEachIsAnsweredInItsPlace() {
    CallList list = CallList.in(store());
    Lead there = list.stored(list.lead(2, LeadSamples.FULLEST));
    Lead first = list.lead(3, LeadSamples.FULLEST);
    Lead late = list.lead(2);
    Lead last = list.lead(1, LeadSamples.HALF);

    assertThat(list.addAll(List.of(first, late, last)))
        .containsExactly(new Adding.Added(), new Adding.Taken(there), new Adding.Added());
    assertThat(list.all()).containsExactly(there, first, last);
  }

  @Test
  @Promise(of = ForStoringLeads.class, says = "Stores the leads whose phone numbers the campaign does not have yet, "
      + "all of them or none; of two leads with the same number the first is stored.")
  default void ofTwoLeadsWithOneNumberInOneCallTheFirstIsStored() {
    CallList list = CallList.in(store());
    // The first has the higher id: only the position in the call decides.
    Lead second = list.lead(1, LeadSamples.FULLEST);
    Lead first = list.lead(1);

    assertThat(list.addAll(List.of(first, first, second)))
        .containsExactly(new Adding.Added(), new Adding.Taken(first), new Adding.Taken(first));
    assertThat(list.all()).containsExactly(first);
  }

  @Test
  @Promise(of = ForStoringLeads.class, says = "Stores the leads whose phone numbers the campaign does not have yet, "
      + "all of them or none; of two leads with the same number the first is stored.")
  default void leadsThatAreThereAlreadyAreAllTakenAndUntouched() {
    CallList list = CallList.in(store());
    List<Lead> leads = IntStream.range(0, 5).mapToObj(i -> list.lead(i, LeadSamples.FULLEST)).toList();
    list.addAll(leads);
    List<Lead> again = leads.stream().map(lead -> new Lead(
        lead.id(),
        lead.campaign(),
        lead.phoneNumber(),
        LeadSamples.LEAST,
        true,
        true,
        CallList.LATER,
        CallList.LATER)).toList();

    assertThat(list.addAll(again)).isEqualTo(leads.stream().map(Adding.Taken::new).toList());
    assertThat(list.all()).isEqualTo(leads);
  }

  @Test
  @Promise(of = ForStoringLeads.class, says = "@throws IllegalArgumentException if a lead belongs to another campaign")
  @Promise(of = ForStoringLeads.class, says = "Stores the leads whose phone numbers the campaign does not have yet, "
      + "all of them or none; of two leads with the same number the first is stored.")
  default void whereOneLeadIsAnotherCampaignsNoneIsStored() {
    Household household = Household.in(store());
    CallList list = CallList.of(household);
    CallList sibling = CallList.of(household);

    assertThatThrownBy(() -> list.addAll(List.of(list.lead(1), sibling.lead(2), list.lead(3))))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(list.all()).isEmpty();
    assertThat(sibling.all()).isEmpty();
  }

  @Test
  @Promise(of = ForStoringLeads.class, says = "Storage of the leads of one campaign: a lead of another campaign is "
      + "not visible.")
  default void theNumbersOfAnotherCampaignAreNotInTheWay() {
    Household household = Household.in(store());
    for (CallList each : List.of(CallList.of(household), CallList.of(household), CallList.in(store()))) {
      List<Lead> leads = List.of(each.lead(1), each.lead(2));

      assertThat(each.addAll(leads)).containsOnly(new Adding.Added());
      assertThat(each.all()).isEqualTo(leads);
    }
  }

  @Test
  @Promise(of = ForStoringLeads.class, says = "@return the outcome for each lead")
  default void noLeadsAreStoredWhereNoneAreGiven() {
    CallList list = CallList.in(store());

    assertThat(list.addAll(List.of())).isEmpty();
    assertThat(list.all()).isEmpty();
  }

  @Test
  @Promise(of = ForStoringLeads.class, says = "Stores the leads whose phone numbers the campaign does not have yet, "
      + "all of them or none; of two leads with the same number the first is stored.")
  default void aThousandLeadsAreStoredAtOnce() {
    CallList list = CallList.in(store());
    List<Lead> there = IntStream.range(0, 500).mapToObj(i -> list.lead(2 * i)).toList();
    List<Lead> leads = IntStream.range(0, 1000).mapToObj(i -> list.lead(i, LeadSamples.FULLEST)).toList();
    assertThat(list.addAll(there)).hasSize(500).containsOnly(new Adding.Added());

    List<Adding> ends = list.addAll(leads);

    for (int i = 0; i < 1000; i++) {
      assertThat(ends.get(i)).isEqualTo(i % 2 == 0 ? new Adding.Taken(there.get(i / 2)) : new Adding.Added());
    }
    assertThat(list.all()).hasSize(1000).containsAll(there);
  }

  @Test
  @Promise(of = ForStoringLeads.class, says = "Stores the leads whose phone numbers the campaign does not have yet, "
      + "all of them or none; of two leads with the same number the first is stored.")
  default void ofManyWhoAddTheSameNumbersAtOnceEveryNumberIsStoredOnceAndEveryAnswerIsTrue() throws Exception {
    for (int round = 0; round < Race.ROUNDS; round++) {
      CallList list = CallList.in(store());
      List<List<Lead>> sent = new ArrayList<>();
      for (int contestant = 0; contestant < Race.CONTESTANTS; contestant++) {
        // The ranges overlap and differ, and every other one is in reverse order.
        int from = 5 * contestant;
        List<Lead> leads = new ArrayList<>(IntStream.range(from, from + 40).mapToObj(list::lead).toList());
        if (contestant % 2 == 1) {
          Collections.reverse(leads);
        }
        sent.add(leads);
      }

      List<List<Adding>> ends = Race.of(i -> () -> list.addAll(sent.get(i)));

      Map<String, Lead> stored = new HashMap<>();
      list.all().forEach(lead -> assertThat(stored.put(lead.phoneNumber().value(), lead)).isNull());
      assertThat(stored).hasSize(5 * (Race.CONTESTANTS - 1) + 40);
      for (int contestant = 0; contestant < Race.CONTESTANTS; contestant++) {
        List<Lead> leads = sent.get(contestant);
        for (int i = 0; i < leads.size(); i++) {
          Lead winner = Objects.requireNonNull(stored.get(leads.get(i).phoneNumber().value()));
          assertThat(ends.get(contestant).get(i))
              .isEqualTo(leads.get(i).equals(winner) ? new Adding.Added() : new Adding.Taken(winner));
        }
      }
    }
  }

  @Test
  @Promise(of = ForStoringLeads.class, says = "Stores a new lead, unless the campaign already has one with its phone "
      + "number; of two concurrent ones, one is stored.")
  default void oneByOneAndManyAtOnceAddNoNumberTwice() throws Exception {
    for (int round = 0; round < Race.ROUNDS; round++) {
      CallList list = CallList.in(store());

      List<List<Adding>> ends = Race.of(contestant -> {
        List<Lead> leads = IntStream.range(0, 20).mapToObj(list::lead).toList();
        return contestant % 2 == 0
            ? () -> list.addAll(leads)
            : () -> leads.reversed().stream().map(lead -> store().leads().add(list.scope(), lead)).toList();
      });

      assertThat(list.all()).hasSize(20);
      assertThat(ends.stream().flatMap(List::stream).filter(new Adding.Added()::equals)).hasSize(20);
    }
  }
}
