package dev.latchkey.contracts.lead;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.port.out.ForStoringLeads;
import dev.latchkey.contracts.support.ChangeSamples;
import dev.latchkey.contracts.support.Household;
import dev.latchkey.contracts.support.LeadSamples;
import dev.latchkey.contracts.support.Moments;
import dev.latchkey.contracts.support.NewIds;
import dev.latchkey.contracts.support.Promise;
import dev.latchkey.contracts.support.StoreContract;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.id.LeadId;
import dev.latchkey.domain.lead.Lead;
import dev.latchkey.domain.lead.LeadDetails;
import dev.latchkey.domain.lead.LeadFilter;
import dev.latchkey.domain.lead.LeadReference;
import dev.latchkey.domain.lead.LeadUpdate;
import dev.latchkey.domain.lead.PhoneNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The promises about finding leads. */
public interface LeadFiltersContract extends StoreContract {

  @Test
  @Promise(of = ForStoringLeads.class, says = "Returns the lead with this id; empty if the campaign has none.")
  default void aLeadIsFoundByItsIdInItsCampaignAlone() {
    Household household = Household.in(store());
    CallList list = CallList.of(household);
    Lead lead = list.stored(list.lead(1, LeadSamples.FULLEST));

    assertThat(store().leads().find(list.scope(), lead.id())).contains(lead);
    assertThat(store().leads().find(list.scope(), new LeadId(NewIds.next()))).isEmpty();
    for (CallList other : List.of(CallList.of(household), CallList.in(store()))) {
      assertThat(store().leads().find(other.scope(), lead.id())).isEmpty();
    }
  }

  @Test
  @Promise(of = ForStoringLeads.class, says = "Returns the campaign's leads that match the filter, newest first.")
  default void everyFilterAndAnyTwoOfThemAdmitTheRightLeadsPageByPage() {
    Household household = Household.in(store());
    CallList list = CallList.of(household);
    CallList sibling = CallList.of(household);
    List<Lead> leads = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      leads.add(list.stored(sample(list, i)));
      sibling.stored(sample(sibling, i));
    }

    List<LeadFilter> filters = new ArrayList<>(single());
    single().forEach(one -> single().forEach(other -> filters.add(both(one, other))));
    for (LeadFilter filter : filters) {
      List<Lead> expected = leads.reversed().stream().filter(filter::admits).toList();

      assertThat(pages(list, filter, 100)).as("%s", filter).isEqualTo(expected);
      assertThat(pages(list, filter, 2)).as("%s", filter).isEqualTo(expected);
    }
  }

  @Test
  @Promise(of = ForStoringLeads.class, says = "Returns the campaign's leads that match the filter, newest first.")
  default void whatAChangeMadeOfALeadIsWhatItIsFoundBy() {
    CallList list = CallList.in(store());
    Lead lead = list.stored(list.lead(1));

    list.changeAll(new LeadUpdate(new LeadReference.ById(lead.id()), ChangeSamples.EVERYTHING));
    Lead after = list.all().getFirst();

    assertThat(pages(list, marked(lead.doNotCall()), 10)).isEmpty();
    assertThat(pages(list, email(after.details().email().orElseThrow()), 10)).containsExactly(after);
    assertThat(pages(list, marked(after.doNotCall()), 10)).containsExactly(after);
    assertThat(pages(list, since(Optional.empty(), Optional.of(CallList.LATER)), 10)).containsExactly(after);
  }

  @Test
  @Promise(of = ForStoringLeads.class, says = "Returns the campaign's leads that match the filter, newest first.")
  default void fewLeadsAreFoundByTimeAmongManyNewerAndOlderOnes() {
    CallList list = CallList.in(store());
    Instant updated = Moments.NOW.plusSeconds(60);
    List<Lead> leads = IntStream.range(0, 1200)
        .mapToObj(i -> lead(list, i, Moments.NOW, i % 500 == 1 ? updated : Moments.NOW))
        .toList();
    list.addAll(leads.subList(0, 600));
    list.addAll(leads.subList(600, 1200));

    LeadFilter filter = since(Optional.empty(), Optional.of(updated));

    assertThat(pages(list, filter, 2)).containsExactly(leads.get(1001), leads.get(501), leads.get(1));
    assertThat(pages(list, since(Optional.of(updated), Optional.empty()), 2)).isEmpty();
  }

  private static List<LeadFilter> single() {
    return List.of(
        LeadFilter.ALL,
        new LeadFilter(
            Optional.of(new PhoneNumber(CallList.number(3))), Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty()),
        email("ADA@shop.example"),
        email("b\u00e4r@shop.example"),
        email("nobody@shop.example"),
        marked(true),
        marked(false),
        since(Optional.of(Moments.NOW.plusSeconds(4)), Optional.empty()),
        since(Optional.of(Moments.NOW.plusSeconds(99)), Optional.empty()),
        since(Optional.empty(), Optional.of(Moments.NOW.plusSeconds(13))),
        since(Optional.empty(), Optional.of(Instant.EPOCH)));
  }

  private static LeadFilter both(LeadFilter one, LeadFilter other) {
    return new LeadFilter(
        one.number().or(other::number),
        one.email().or(other::email),
        one.doNotCall().or(other::doNotCall),
        one.createdSince().or(other::createdSince),
        one.updatedSince().or(other::updatedSince));
  }

  private static LeadFilter email(String email) {
    return new LeadFilter(Optional.empty(), Optional.of(email), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static LeadFilter marked(boolean mark) {
    return new LeadFilter(Optional.empty(), Optional.empty(), Optional.of(mark), Optional.empty(), Optional.empty());
  }

  private static LeadFilter since(Optional<Instant> created, Optional<Instant> updated) {
    return new LeadFilter(Optional.empty(), Optional.empty(), Optional.empty(), created, updated);
  }

  /** Creates a lead: every second one is marked, every third one has one address and every fourth one has another. */
  private static Lead sample(CallList list, int i) {
    Optional<String> email = i % 3 == 0
        ? Optional.of("Ada@Shop.example")
        : Optional.of("B\u00c4R@shop.example").filter(_ -> i % 4 == 0);
    Instant created = Moments.NOW.plusSeconds(i);
    return new Lead(
        new LeadId(NewIds.next()),
        list.scope().id(),
        new PhoneNumber(CallList.number(i)),
        new LeadDetails(Optional.of("Lead " + i), Optional.empty(), email, Map.of()),
        i % 2 == 0,
        false,
        created,
        created.plusSeconds(i % 5));
  }

  private static Lead lead(CallList list, int i, Instant created, Instant updated) {
    return new Lead(
        new LeadId(NewIds.next()), list.scope().id(), new PhoneNumber(CallList.number(i)), LeadSamples.LEAST, false,
        false, created, updated);
  }

  private static List<Lead> pages(CallList list, LeadFilter filter, int limit) {
    List<Lead> all = new ArrayList<>();
    OptionalLong before = OptionalLong.empty();
    do {
      Page<Lead> page = list.store().leads().list(list.scope(), filter, new PageRequest(limit, before));
      all.addAll(page.items());
      before = page.next();
    } while (before.isPresent());
    return all;
  }
}
