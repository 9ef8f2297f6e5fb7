package dev.latchkey.domain.lead;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.LeadId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LeadPatchPropertyTest {

  private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");
  private static final Instant LATER = NOON.plusSeconds(1);

  @Property
  void aChangeThatIsMadeTwiceIsMadeOnce(@ForAll("leads") Lead lead, @ForAll("changes") LeadPatch change) {
    Lead once = revised(change, lead);

    assertThat(revised(change, once)).isEqualTo(once);
  }

  @Property
  void whatACampaignKnowsALeadByNeverChanges(@ForAll("leads") Lead lead, @ForAll("changes") LeadPatch change) {
    Lead after = revised(change, lead);

    assertThat(after.id()).isEqualTo(lead.id());
    assertThat(after.campaign()).isEqualTo(lead.campaign());
    assertThat(after.phoneNumber()).isEqualTo(lead.phoneNumber());
    assertThat(after.createdAt()).isEqualTo(lead.createdAt());
  }

  @Property
  void theTimeOfUpdateMovesExactlyWhereSomethingChanges(@ForAll("leads") Lead lead,
      @ForAll("changes") LeadPatch change) {
    Lead after = revised(change, lead);
    boolean isSame = after.details().equals(lead.details())
        && after.doNotCall() == lead.doNotCall()
        && after.answered() == lead.answered();

    assertThat(after.updatedAt()).isEqualTo(isSame ? NOON : LATER);
  }

  @Property
  void everyCustomFieldIsWhatWasSaidOfItLast(@ForAll("leads") Lead lead, @ForAll("changes") LeadPatch change) {
    Map<String, Optional<CustomValue>> expected = new HashMap<>();
    lead.details().customFields().forEach((name, value) -> expected.put(name, Optional.of(value)));
    expected.putAll(change.customFields());

    Map<String, CustomValue> after = revised(change, lead).details().customFields();

    expected.forEach((name, value) -> assertThat(Optional.ofNullable(after.get(name))).isEqualTo(value));
    assertThat(expected.keySet()).containsAll(after.keySet());
  }

  @Property
  void noChangeMakesAnUnansweredLeadAnswered(@ForAll("leads") Lead lead, @ForAll("changes") LeadPatch change) {
    assertThat(revised(change, lead).answered()).isEqualTo(lead.answered() && !change.unanswered());
  }

  @Provide
  Arbitrary<Lead> leads() {
    Arbitrary<Boolean> flags = Arbitraries.of(true, false);
    return Combinators
        .combine(texts(), texts(), texts(), Arbitraries.maps(names(), values()).ofMaxSize(4), flags, flags)
        .as(
            (first, last, email, fields, doNotCall, answered) -> new Lead(
                new LeadId(1),
                new CampaignId(2),
                new PhoneNumber("+14155550123"),
                new LeadDetails(first, last, email, fields),
                doNotCall,
                answered,
                NOON,
                NOON));
  }

  @Provide
  Arbitrary<LeadPatch> changes() {
    Arbitrary<Boolean> flags = Arbitraries.of(true, false);
    return Combinators
        .combine(
            edits(texts()),
            edits(texts()),
            edits(texts()),
            edits(flags),
            Arbitraries.maps(names(), values().optional()).ofMaxSize(4),
            flags)
        .as(LeadPatch::new);
  }

  private static <T> Arbitrary<FieldUpdate<T>> edits(Arbitrary<T> values) {
    return values.optional().map(value -> value.map(FieldUpdate::to).orElseGet(FieldUpdate::keep));
  }

  private static Arbitrary<Optional<String>> texts() {
    return Arbitraries.strings().ofMaxLength(3).optional();
  }

  /** Few, so that a change often names what is there. */
  private static Arbitrary<String> names() {
    return Arbitraries.of("a", "b", "c", "");
  }

  private static Arbitrary<CustomValue> values() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(3).map(CustomValue.Text::new),
        Arbitraries.integers().map(number -> new CustomValue.Numeric(BigDecimal.valueOf(number))),
        Arbitraries.of(true, false).map(CustomValue.Flag::new));
  }

  private static Lead revised(LeadPatch change, Lead lead) {
    return ((LeadUpdateResult.Revised) change.on(lead, LATER)).lead();
  }
}
