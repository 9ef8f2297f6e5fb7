package dev.latchkey.contracts.lead;

import static dev.latchkey.contracts.lead.CallList.byId;
import static dev.latchkey.contracts.lead.CallList.byNumber;
import static dev.latchkey.contracts.lead.CallList.changed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.port.out.ForStoringLeads;
import dev.latchkey.application.port.out.ForStoringLeads.Adding;
import dev.latchkey.contracts.support.ChangeSamples;
import dev.latchkey.contracts.support.Household;
import dev.latchkey.contracts.support.LeadSamples;
import dev.latchkey.contracts.support.Promise;
import dev.latchkey.contracts.support.Race;
import dev.latchkey.contracts.support.StoreContract;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.lead.Lead;
import dev.latchkey.domain.lead.LeadFilter;
import dev.latchkey.domain.lead.LeadReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The promises about removing leads. */
public interface LeadRemovalContract extends StoreContract {

  @Test
  @Promise(of = ForStoringLeads.class, says = "Deletes leads permanently, in the given order and as one change.")
  @Promise(of = ForStoringLeads.class, says = "@return the deleted lead for each reference; empty if the campaign has "
      + "no such lead, or no longer has it")
  default void leadsAreRemovedByIdAndByNumberAndEachIsAnsweredInItsPlace() {
    CallList list = CallList.in(store());
    Lead one = list.stored(list.lead(1, LeadSamples.FULLEST));
    Lead two = list.stored(list.lead(2));
    Lead bystander = list.stored(list.lead(3));
    Lead nobody = list.lead(4);

    assertThat(list.removeAll(byNumber(two), byId(nobody), byNumber(nobody), byId(one)))
        .containsExactly(Optional.of(two), Optional.empty(), Optional.empty(), Optional.of(one));
    assertThat(list.all()).containsExactly(bystander);
  }

  @Test
  @Promise(of = ForStoringLeads.class, says = "Deletes leads permanently, in the given order and as one change.")
  @Promise(of = ForStoringLeads.class, says = "@return the deleted lead for each reference; empty if the campaign has "
      + "no such lead, or no longer has it")
  default void aLeadThatIsNamedTwiceIsRemovedOnce() {
    CallList list = CallList.in(store());
    Lead one = list.stored(list.lead(1));
    Lead two = list.stored(list.lead(2));

    assertThat(list.removeAll(byId(one), byNumber(one), byId(one), byNumber(two), byId(two)))
        .containsExactly(
            Optional.of(one), Optional.empty(), Optional.empty(), Optional.of(two), Optional.empty());
    assertThat(list.all()).isEmpty();
  }

  @Test
  @Promise(of = ForStoringLeads.class, says = "Storage of the leads of one campaign: a lead of another campaign is not "
      + "visible.")
  default void aLeadOfAnotherCampaignIsNotRemoved() {
    Household household = Household.in(store());
    CallList list = CallList.of(household);
    Lead ours = list.stored(list.lead(2));
    for (CallList other : List.of(CallList.of(household), CallList.in(store()))) {
      Lead theirs = other.stored(other.lead(1));

      assertThat(list.removeAll(byId(theirs), byNumber(theirs)))
          .containsExactly(Optional.empty(), Optional.empty());
      assertThat(other.all()).containsExactly(theirs);
    }
    assertThat(list.all()).containsExactly(ours);
  }

  @Test
  @Promise(of = ForStoringLeads.class, says = "Deletes leads permanently, in the given order and as one change.")
  default void aRemovedLeadIsGoneForGoodAndItsNumberIsFree() {
    CallList list = CallList.in(store());
    Lead lead = list.stored(list.lead(1));
    list.removeAll(byId(lead));

    assertThat(list.removeAll(byId(lead), byNumber(lead))).containsExactly(Optional.empty(), Optional.empty());
    assertThat(list.changeAll(changed(lead, ChangeSamples.NOTHING))).containsExactly(Optional.empty());

    Lead single = list.lead(1, LeadSamples.FULLEST);
    assertThat(store().leads().add(list.scope(), single)).isEqualTo(new Adding.Added());
    list.removeAll(byNumber(single));
    Lead oneOfMany = list.lead(1);
    assertThat(list.addAll(List.of(oneOfMany))).containsExactly(new Adding.Added());
    assertThat(list.all()).containsExactly(oneOfMany);
  }

  @Test
  @Promise(of = ForStoringLeads.class, says = "@return the deleted lead for each reference; empty if the campaign "
      + "has no such lead, or no longer has it")
  default void nothingIsRemovedWhereNoLeadIsGiven() {
    CallList list = CallList.in(store());
    Lead lead = list.stored(list.lead(1));

    assertThat(list.removeAll()).isEmpty();
    assertThat(list.all()).containsExactly(lead);
  }

  @Test
  @Promise(of = ForStoringLeads.class, says = "Deletes leads permanently, in the given order and as one change.")
  default void aThousandLeadsAreRemovedAtOnce() {
    CallList list = CallList.in(store());
    Lead bystander = list.stored(list.lead(1000));
    List<Lead> leads = IntStream.range(0, 1000).mapToObj(list::lead).toList();
    list.addAll(leads);

    LeadReference[] references = IntStream.range(0, 1000)
        .mapToObj(i -> i % 2 == 0 ? byId(leads.get(i)) : byNumber(leads.get(i)))
        .toArray(LeadReference[]::new);

    assertThat(list.removeAll(references)).isEqualTo(leads.stream().map(Optional::of).toList());
    assertThat(list.all()).containsExactly(bystander);
  }

  @Test
  @Promise(of = ForStoringLeads.class, says = "Deletes leads permanently, in the given order and as one change.")
  default void ofManyWhoRemoveTheSameLeadsAtOnceOneRemovesEach() throws Exception {
    for (int round = 0; round < Race.ROUNDS; round++) {
      CallList list = CallList.in(store());
      List<Lead> leads = IntStream.range(0, 20).mapToObj(list::lead).toList();
      list.addAll(leads);

      List<List<Optional<Lead>>> ends = Race.of(contestant -> {
        List<Lead> order = contestant % 2 == 0 ? leads : leads.reversed();
        LeadReference[] references = order.stream()
            .map(lead -> contestant < 4 ? byId(lead) : byNumber(lead))
            .toArray(LeadReference[]::new);
        return () -> list.removeAll(references);
      });

      assertThat(ends.stream().flatMap(List::stream).flatMap(Optional::stream).toList())
          .containsExactlyInAnyOrderElementsOf(leads);
      assertThat(list.all()).isEmpty();
    }
  }

  @Test
  @Promise(of = ForStoringLeads.class, says = "Deletes leads permanently, in the given order and as one change.")
  default void aLeadThatIsChangedAndRemovedAtOnceIsGone() throws Exception {
    for (int round = 0; round < Race.ROUNDS; round++) {
      CallList list = CallList.in(store());
      Lead lead = list.stored(list.lead(1));

      Race.of(contestant -> () -> contestant == 0
          ? list.removeAll(byNumber(lead))
          : list.changeAll(changed(lead, ChangeSamples.putting("writer", "writer " + contestant))));

      assertThat(list.all()).isEmpty();
    }
  }

  @Test
  @Promise(of = ForStoringLeads.class, says = "Returns the campaign's leads that match the filter, newest first.")
  default void pagesShowEveryLeadThatWasThereAllTheTimeExactlyOnceWhileOthersComeAndGo() {
    CallList list = CallList.in(store());
    List<Lead> leads = IntStream.range(0, 12).mapToObj(list::lead).toList();
    list.addAll(leads);
    List<Lead> seen = new ArrayList<>();

    Page<Lead> page = store().leads().list(list.scope(), LeadFilter.ALL, PageRequest.first(3));
    seen.addAll(page.items());
    for (int i = 0; page.next().isPresent(); i++) {
      // Adds one lead. Removes the last of the leads seen so far and one that was not seen yet.
      list.addAll(List.of(list.lead(100 + i)));
      list.removeAll(byId(page.items().getLast()), byNumber(leads.get(i)));
      page = store().leads().list(list.scope(), LeadFilter.ALL, new PageRequest(3, page.next()));
      seen.addAll(page.items());
    }

    // Three pages of three from the top; the lowest three have been removed by then.
    assertThat(seen).isEqualTo(leads.subList(3, 12).reversed());
  }
}
