package dev.latchkey.contracts.lead;

import static dev.latchkey.contracts.lead.CallList.byNumber;
import static dev.latchkey.contracts.lead.CallList.changed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.port.out.ForStoringLeads;
import dev.latchkey.contracts.support.ChangeSamples;
import dev.latchkey.contracts.support.Household;
import dev.latchkey.contracts.support.LeadSamples;
import dev.latchkey.contracts.support.Moments;
import dev.latchkey.contracts.support.Promise;
import dev.latchkey.contracts.support.Race;
import dev.latchkey.contracts.support.StoreContract;
import dev.latchkey.domain.lead.CustomValue;
import dev.latchkey.domain.lead.Lead;
import dev.latchkey.domain.lead.LeadPatch;
import dev.latchkey.domain.lead.LeadUpdate;
import dev.latchkey.domain.lead.LeadUpdateResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The promises about changing leads. */
public interface LeadChangesContract extends StoreContract {

  @Test
  @Promise(of = ForStoringLeads.class, says = "@return the outcome for each alteration; empty if the campaign has no "
      + "such lead")
  default void leadsAreChangedByIdAndByNumberAndEachIsAnsweredInItsPlace() {
    CallList list = CallList.in(store());
    Lead one = list.stored(list.lead(1, LeadSamples.FULLEST));
    Lead two = list.stored(list.lead(2));
    Lead bystander = list.stored(list.lead(3, LeadSamples.HALF));

    List<Optional<LeadUpdateResult>> ends = list.changeAll(
        new LeadUpdate(byNumber(two), ChangeSamples.naming("Bob")),
        changed(one, ChangeSamples.EVERYTHING));

    Lead oneAfter = revised(one, ChangeSamples.EVERYTHING);
    Lead twoAfter = revised(two, ChangeSamples.naming("Bob"));
    assertThat(ends)
        .containsExactly(
            Optional.of(new LeadUpdateResult.Revised(twoAfter)), Optional.of(new LeadUpdateResult.Revised(oneAfter)));
    assertThat(list.all()).containsExactly(oneAfter, twoAfter, bystander);
  }

  @Test
  @Promise(of = ForStoringLeads.class, says = "Applies the alterations in order, each on top of the previous ones, as "
      + "one atomic change that is isolated from all other writers.")
  default void eachChangeIsMadeOnTopOfWhatThoseBeforeItLeft() {
    CallList list = CallList.in(store());
    Lead lead = list.stored(list.lead(1));

    List<Optional<LeadUpdateResult>> ends = list.changeAll(
        changed(lead, ChangeSamples.putting("one", "1")),
        new LeadUpdate(byNumber(lead), ChangeSamples.putting("two", "2")),
        changed(lead, ChangeSamples.putting("one", "3")));

    assertThat(ends).extracting(end -> fields(end.orElseThrow())).containsExactly(
        Map.of("one", new CustomValue.Text("1")),
        Map.of("one", new CustomValue.Text("1"), "two", new CustomValue.Text("2")),
        Map.of("one", new CustomValue.Text("3"), "two", new CustomValue.Text("2")));
    assertThat(list.all()).containsExactly(after(ends.getLast()));
  }

  @Test
  @Promise(of = ForStoringLeads.class, says = "An alteration that is invalid or names no lead changes nothing and does "
      + "not affect any other.")
  @Promise(of = ForStoringLeads.class, says = "@return the outcome for each alteration; empty if the campaign has no "
      + "such lead")
  default void aChangeThatIsUnsoundOrNamesNoLeadChangesNothingAndHindersNoOther() {
    CallList list = CallList.in(store());
    Lead one = list.stored(list.lead(1));
    Lead two = list.stored(list.lead(2));
    Lead nobody = list.lead(3);

    List<Optional<LeadUpdateResult>> ends = list.changeAll(
        changed(one, ChangeSamples.naming("Ada")),
        changed(two, ChangeSamples.UNSOUND),
        changed(nobody, ChangeSamples.naming("Nobody")),
        new LeadUpdate(byNumber(nobody), ChangeSamples.naming("Nobody")),
        changed(one, ChangeSamples.UNSOUND),
        changed(one, ChangeSamples.putting("after", "all")));

    Lead ada = revised(one, ChangeSamples.naming("Ada"));
    Lead adaAfterAll = revised(ada, ChangeSamples.putting("after", "all"));
    assertThat(ends)
        .containsExactly(
            Optional.of(new LeadUpdateResult.Revised(ada)),
            Optional.of(ChangeSamples.UNSOUND.on(two, CallList.LATER)),
            Optional.empty(),
            Optional.empty(),
            Optional.of(ChangeSamples.UNSOUND.on(ada, CallList.LATER)),
            Optional.of(new LeadUpdateResult.Revised(adaAfterAll)));
    assertThat(ends.get(1)).get().isInstanceOf(LeadUpdateResult.Unsound.class);
    assertThat(list.all()).containsExactly(adaAfterAll, two);
  }

  @Test
  @Promise(of = ForStoringLeads.class, says = "Storage of the leads of one campaign: a lead of another campaign is not "
      + "visible.")
  default void aLeadOfAnotherCampaignIsNotChanged() {
    Household household = Household.in(store());
    CallList list = CallList.of(household);
    for (CallList other : List.of(CallList.of(household), CallList.in(store()))) {
      Lead theirs = other.stored(other.lead(1, LeadSamples.FULLEST));

      assertThat(
          list.changeAll(
              changed(theirs, ChangeSamples.naming("Mine")),
              new LeadUpdate(byNumber(theirs), ChangeSamples.naming("Mine"))))
          .containsExactly(Optional.empty(), Optional.empty());
      assertThat(other.all()).containsExactly(theirs);
    }
    assertThat(list.all()).isEmpty();
  }

  @Test
  @Promise(of = ForStoringLeads.class, says = "Storage of the leads of one campaign: a lead of another campaign is "
      + "not visible.")
  default void aChangeByNumberMeansTheLeadOfThisCampaign() {
    Household household = Household.in(store());
    CallList list = CallList.of(household);
    CallList other = CallList.of(household);
    Lead theirs = other.stored(other.lead(1));
    Lead ours = list.stored(list.lead(1));

    list.changeAll(new LeadUpdate(byNumber(theirs), ChangeSamples.naming("Ours")));

    assertThat(list.all()).containsExactly(revised(ours, ChangeSamples.naming("Ours")));
    assertThat(other.all()).containsExactly(theirs);
  }

  @Test
  @Promise(of = ForStoringLeads.class, says = "@return the outcome for each alteration; empty if the campaign has no "
      + "such lead")
  default void nothingIsChangedWhereNoChangeIsGiven() {
    CallList list = CallList.in(store());
    Lead lead = list.stored(list.lead(1));

    assertThat(list.changeAll()).isEmpty();
    assertThat(list.all()).containsExactly(lead);
  }

  @Test
  @Promise(of = ForStoringLeads.class, says = "@param at the time of the change")
  default void theMomentOfAChangeComesBackToTheMicrosecond() {
    CallList list = CallList.in(store());
    Lead lead = list.stored(list.lead(1));
    for (Instant moment : Moments.DELICATE) {
      store().leads().changeAll(list.scope(), List.of(changed(lead, ChangeSamples.naming(moment.toString()))), moment);

      assertThat(list.all()).extracting(Lead::updatedAt).containsExactly(moment);
      assertThat(list.all()).extracting(Lead::createdAt).containsExactly(lead.createdAt());
    }
  }

  @Test
  @Promise(of = ForStoringLeads.class, says = "A lead that has all the new values already stays as it is, with the "
      + "time of its last change.")
  default void aChangeThatChangesNothingLeavesTheLeadAsItIsStored() {
    CallList list = CallList.in(store());
    Lead lead = list.stored(list.lead(1, LeadSamples.FULLEST));

    assertThat(list.changeAll(changed(lead, ChangeSamples.NOTHING)))
        .containsExactly(Optional.of(new LeadUpdateResult.Revised(lead)));
    assertThat(list.all()).containsExactly(lead);
  }

  @Test
  @Promise(of = ForStoringLeads.class, says = "Applies the alterations in order, each on top of the previous ones, "
      + "as one atomic change that is isolated from all other writers.")
  default void aLeadThatWasAnsweredStaysSoUntilAChangeSaysOtherwise() {
    CallList list = CallList.in(store());
    Lead fresh = list.lead(1);
    Lead answered = list.stored(
        new Lead(
            fresh.id(),
            fresh.campaign(),
            fresh.phoneNumber(),
            fresh.details(),
            false,
            true,
            fresh.createdAt(),
            fresh.updatedAt()));

    list.changeAll(changed(answered, ChangeSamples.naming("Ada")));
    assertThat(list.all()).extracting(Lead::answered).containsExactly(true);

    list.changeAll(changed(answered, ChangeSamples.EVERYTHING));
    assertThat(list.all()).extracting(Lead::answered).containsExactly(false);
    assertThat(list.all()).extracting(Lead::doNotCall).containsExactly(true);
  }

  @Test
  @Promise(of = ForStoringLeads.class, says = "Applies the alterations in order, each on top of the previous ones, "
      + "as one atomic change that is isolated from all other writers.")
  default void aThousandLeadsAreChangedAtOnce() {
    CallList list = CallList.in(store());
    List<Lead> leads = IntStream.range(0, 1000).mapToObj(list::lead).toList();
    list.addAll(leads);

    List<LeadUpdate> alterations = IntStream.range(0, 1000)
        .mapToObj(i -> {
          Lead lead = leads.get(999 - i);
          return i % 2 == 0
              ? changed(lead, ChangeSamples.naming("Lead " + i))
              : new LeadUpdate(byNumber(lead), ChangeSamples.naming("Lead " + i));
        })
        .toList();
    List<Optional<LeadUpdateResult>> ends = list.changeAll(alterations);

    assertThat(list.all()).isEqualTo(ends.reversed().stream().map(LeadChangesContract::after).toList());
    assertThat(list.all().getLast().details().firstName()).contains("Lead 0");
  }

  @Test
  @Promise(of = ForStoringLeads.class, says = "Applies the alterations in order, each on top of the previous ones, as "
      + "one atomic change that is isolated from all other writers.")
  default void ofChangesOfOneLeadAtOnceNoneIsLost() throws Exception {
    CallList list = CallList.in(store());
    List<Lead> leads = List.of(list.stored(list.lead(1)), list.stored(list.lead(2)), list.stored(list.lead(3)));

    Race.of(contestant -> () -> {
      for (int i = 0; i < 10; i++) {
        List<LeadUpdate> alterations = new ArrayList<>();
        for (Lead lead : contestant % 2 == 0 ? leads : leads.reversed()) {
          alterations.add(
              new LeadUpdate(byNumber(lead), ChangeSamples.putting("writer " + contestant, "round " + i)));
        }
        list.changeAll(alterations);
      }
      return "done";
    });

    Map<String, CustomValue> everything = new HashMap<>();
    for (int contestant = 0; contestant < Race.CONTESTANTS; contestant++) {
      everything.put("writer " + contestant, new CustomValue.Text("round 9"));
    }
    assertThat(list.all()).hasSize(3).extracting(lead -> lead.details().customFields()).containsOnly(everything);
  }

  @Test
  @Promise(of = ForStoringLeads.class, says = "Applies the alterations in order, each on top of the previous ones, as "
      + "one atomic change that is isolated from all other writers.")
  default void noOtherWriterGetsIntoAChange() throws Exception {
    CallList list = CallList.in(store());
    List<Lead> leads = IntStream.range(0, 20).mapToObj(list::lead).toList();
    list.addAll(leads);

    for (int round = 0; round < Race.ROUNDS; round++) {
      Race.of(contestant -> {
        List<Lead> order = new ArrayList<>(leads);
        Collections.rotate(order, 5 * contestant);
        return () -> list.changeAll(
            order.stream().map(lead -> changed(lead, ChangeSamples.naming("Writer " + contestant))).toList());
      });

      assertThat(list.all().stream().map(lead -> lead.details().firstName()).distinct()).hasSize(1);
    }
  }

  private static Lead revised(Lead lead, LeadPatch change) {
    return after(Optional.of(change.on(lead, CallList.LATER)));
  }

  private static Lead after(Optional<LeadUpdateResult> end) {
    return ((LeadUpdateResult.Revised) end.orElseThrow()).lead();
  }

  private static Map<String, CustomValue> fields(LeadUpdateResult end) {
    return ((LeadUpdateResult.Revised) end).lead().details().customFields();
  }
}
