package dev.latchkey.adapters.persistence.lead;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapters.persistence.fixtures.H2;
import dev.latchkey.adapters.persistence.fixtures.Shop;
import dev.latchkey.application.fixtures.InMemoryStore;
import dev.latchkey.application.port.out.ForStoringLeads;
import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.CampaignScope;
import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.id.LeadId;
import dev.latchkey.domain.lead.CustomValue;
import dev.latchkey.domain.lead.Lead;
import dev.latchkey.domain.lead.LeadDetails;
import dev.latchkey.domain.lead.LeadFilter;
import dev.latchkey.domain.lead.LeadPatch;
import dev.latchkey.domain.lead.LeadReference;
import dev.latchkey.domain.lead.LeadUpdate;
import dev.latchkey.domain.lead.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class LeadsAsInMemoryPropertyTest {

  /** One call, in which leads are numbers from zero: the same for every store. */
  private sealed interface Call {

    record Add(List<Integer> numbers) implements Call {}

    record Change(List<Step> steps) implements Call {}

    record Remove(List<Step> steps) implements Call {}
  }

  /** One lead among others, named by the id that the n-th added one got, or by number. */
  private record Step(boolean byId, int lead, Optional<String> value, boolean unanswered) {}

  @Property(tries = 60)
  void whateverIsDoneWithLeadsEndsAsItDoesInMemory(@ForAll("calls") @Size(max = 12) List<Call> calls) {
    Shop shop = Shop.in(H2.shared());
    Campaign campaign = shop.stored(shop.campaign());
    CampaignScope scope = shop.inside(campaign);
    ForStoringLeads stored = H2.shared().leads();
    ForStoringLeads remembered = new InMemoryStore().leads();
    long firstId = Shop.nextBlock(1000);
    int added = 0;

    for (int i = 0; i < calls.size(); i++) {
      Instant at = Shop.NOW.plusSeconds(i);
      switch (calls.get(i)) {
        case Call.Add(List<Integer> numbers) -> {
          long nextId = firstId + added;
          List<Lead> leads = IntStream.range(0, numbers.size())
              .mapToObj(n -> lead(scope, nextId + n, numbers.get(n), at))
              .toList();
          added += numbers.size();
          assertThat(stored.addAll(scope, leads)).isEqualTo(remembered.addAll(scope, leads));
        }
        case Call.Change(List<Step> steps) -> {
          List<LeadUpdate> alterations = steps.stream()
              .map(step -> new LeadUpdate(reference(step, firstId), change(step)))
              .toList();
          assertThat(stored.changeAll(scope, alterations, at)).isEqualTo(remembered.changeAll(scope, alterations, at));
        }
        case Call.Remove(List<Step> steps) -> {
          List<LeadReference> references = steps.stream().map(step -> reference(step, firstId)).toList();
          assertThat(stored.removeAll(scope, references)).isEqualTo(remembered.removeAll(scope, references));
        }
      }
      PageRequest all = PageRequest.first(PageRequest.HIGHEST_LIMIT);
      assertThat(stored.list(scope, LeadFilter.ALL, all)).isEqualTo(remembered.list(scope, LeadFilter.ALL, all));
    }
  }

  @Provide
  Arbitrary<List<Call>> calls() {
    Arbitrary<Integer> numbers = Arbitraries.integers().between(0, 7);
    Arbitrary<Step> steps = Combinators
        .combine(
            Arbitraries.of(true, false),
            numbers,
            Arbitraries.of("1", "2", "x".repeat(LeadDetails.LARGEST_CUSTOM_FIELDS)).optional(),
            Arbitraries.of(true, false))
        .as(Step::new);
    return Arbitraries.<Call>oneOf(
        numbers.list().ofMaxSize(5).map(Call.Add::new),
        steps.list().ofMaxSize(5).map(Call.Change::new),
        steps.list().ofMaxSize(3).map(Call.Remove::new)).list();
  }

  private static Lead lead(CampaignScope scope, long id, int number, Instant at) {
    LeadDetails details = new LeadDetails(
        Optional.of("Lead " + id), Optional.empty(), Optional.empty(), Map.of());
    return new Lead(new LeadId(id), scope.id(), number(number), details, false, true, at, at);
  }

  private static LeadReference reference(Step step, long firstId) {
    return step.byId()
        ? new LeadReference.ById(new LeadId(firstId + step.lead()))
        : new LeadReference.ByNumber(number(step.lead()));
  }

  private static LeadPatch change(Step step) {
    return new LeadPatch(
        FieldUpdate.keep(),
        FieldUpdate.to(step.value().filter(value -> value.length() == 1)),
        FieldUpdate.keep(),
        FieldUpdate.to(step.byId()),
        Map.of("field " + step.lead() % 2, step.value().map(CustomValue.Text::new)),
        step.unanswered());
  }

  private static PhoneNumber number(int i) {
    return new PhoneNumber("+49151000000" + i);
  }
}
