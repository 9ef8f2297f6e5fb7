package dev.latchkey.domain.lead;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.Violation;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.LeadId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LeadDraftTest {

  private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");
  private static final PhoneNumber NUMBER = new PhoneNumber("+14155550123");

  private static final LeadDetails FULL = new LeadDetails(
      Optional.of("Ada"),
      Optional.of("Lovelace"),
      Optional.of("ada@shop.example"),
      Map.of("plan", new CustomValue.Text("gold"), "trial", new CustomValue.Flag(true)));

  private static final LeadDetails NOTHING = new LeadDetails(
      Optional.empty(), Optional.empty(), Optional.empty(), Map.of());

  private static final Lead STORED = lead(FULL, true);
  private static final Lead BARE = lead(NOTHING, false);

  private static final LeadDraft NUMBER_ALONE = draft(
      FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.keep());

  @Test
  void aNewLeadHasWhatWasNamedAndNothingElse() {
    LeadDraft marked = draft(FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.to(true),
        FieldUpdate.keep());

    assertThat(LeadDraft.of(NUMBER, FULL).lead(new LeadId(1), new CampaignId(2), NOON)).isEqualTo(lead(FULL, false));
    assertThat(NUMBER_ALONE.lead(new LeadId(1), new CampaignId(2), NOON)).isEqualTo(BARE);
    assertThat(marked.lead(new LeadId(1), new CampaignId(2), NOON)).isEqualTo(lead(NOTHING, true));
  }

  @Test
  void aCustomFieldThatWasNamedWithNullIsNone() {
    Map<String, Optional<CustomValue>> fields = Map.of(
        "plan", Optional.of(new CustomValue.Text("gold")), "trial", Optional.empty());

    assertThat(fields(Optional.of(fields)).lead(new LeadId(1), new CampaignId(2), NOON).details().customFields())
        .isEqualTo(Map.of("plan", new CustomValue.Text("gold")));
    assertThat(fields(Optional.empty()).lead(new LeadId(1), new CampaignId(2), NOON)).isEqualTo(BARE);
  }

  @Test
  void whatWasNotNamedIsMetByWhateverIsStored() {
    assertThat(NUMBER_ALONE.isMetBy(STORED)).isTrue();
    assertThat(NUMBER_ALONE.isMetBy(BARE)).isTrue();
    assertThat(LeadDraft.of(NUMBER, FULL).isMetBy(STORED)).isTrue();
  }

  @Test
  void everyFieldThatWasNamedHasToBeStoredSo() {
    assertMet(draft(FieldUpdate.to(Optional.of("Ada")), FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.keep(),
        FieldUpdate.keep()), true);
    assertMet(draft(FieldUpdate.to(Optional.of("Bob")), FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.keep(),
        FieldUpdate.keep()), false);
    assertMet(draft(FieldUpdate.to(Optional.empty()), FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.keep(),
        FieldUpdate.keep()), false);
    assertMet(draft(FieldUpdate.keep(), FieldUpdate.to(Optional.of("Byron")), FieldUpdate.keep(), FieldUpdate.keep(),
        FieldUpdate.keep()), false);
    assertMet(draft(FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.to(Optional.empty()), FieldUpdate.keep(),
        FieldUpdate.keep()), false);
    assertMet(
        draft(FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.to(false), FieldUpdate.keep()),
        false);
    assertMet(
        draft(FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.to(true), FieldUpdate.keep()),
        true);
  }

  @Test
  void anEmailAddressIsComparedInAnyCaseAsItIsSearched() {
    String stored = FULL.email().orElseThrow();
    String upper = stored.toUpperCase(Locale.ROOT);

    assertThat(upper).isNotEqualTo(stored);
    assertMet(draft(FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.to(Optional.of(upper)), FieldUpdate.keep(),
        FieldUpdate.keep()), true);
    assertMet(draft(FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.to(Optional.of("x" + stored)),
        FieldUpdate.keep(), FieldUpdate.keep()), false);
  }

  @Test
  void whatWasNamedWithNullIsMetWhereThereIsNone() {
    LeadDraft nulls = draft(
        FieldUpdate.to(Optional.empty()),
        FieldUpdate.to(Optional.empty()),
        FieldUpdate.to(Optional.empty()),
        FieldUpdate.to(false),
        FieldUpdate.to(Optional.empty()));

    assertThat(nulls.isMetBy(BARE)).isTrue();
    assertThat(nulls.isMetBy(STORED)).isFalse();
  }

  @Test
  void someOfTheCustomFieldsAreMetByAllOfThem() {
    assertMet(fields(Optional.of(Map.of("plan", Optional.of(new CustomValue.Text("gold"))))), true);
    assertMet(fields(Optional.of(Map.of("plan", Optional.of(new CustomValue.Text("silver"))))), false);
    assertMet(fields(Optional.of(Map.of("new", Optional.of(new CustomValue.Text("gold"))))), false);
    assertMet(fields(Optional.of(Map.of("plan", Optional.empty()))), false);
    assertMet(fields(Optional.of(Map.of("new", Optional.empty()))), true);
    assertMet(fields(Optional.of(Map.of())), true);
    assertMet(fields(Optional.empty()), false);
  }

  @Test
  void customFieldsThatAreTooLargeAreAFault() {
    CustomValue large = new CustomValue.Text("x".repeat(LeadDetails.LARGEST_CUSTOM_FIELDS));

    assertThat(fields(Optional.of(Map.of("n", Optional.of(large)))).faults()).extracting(Violation::code)
        .containsExactly("too_large");
    assertThat(NUMBER_ALONE.faults()).isEmpty();
  }

  @Test
  void aDraftKeepsToItselfWhatItWasMadeOf() {
    Map<String, Optional<CustomValue>> fields = new HashMap<>();
    LeadDraft draft = fields(Optional.of(fields));
    fields.put("late", Optional.of(new CustomValue.Flag(true)));

    assertThat(draft.customFields()).isEqualTo(FieldUpdate.to(Optional.of(Map.of())));
  }

  @Test
  void anAlterationThatNamesTheIdOfAnotherLeadIsUnsound() {
    LeadPatch change = new LeadPatch(FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.to(false),
        Map.of(), false);
    LeadReference number = new LeadReference.ByNumber(NUMBER);

    assertThat(new LeadUpdate(number, Optional.of(new LeadId(1)), change).on(STORED, NOON))
        .isEqualTo(change.on(STORED, NOON))
        .isInstanceOf(LeadUpdateResult.Revised.class);
    assertThat(new LeadUpdate(number, change).on(STORED, NOON)).isEqualTo(change.on(STORED, NOON));
    assertThat(new LeadUpdate(number, Optional.of(new LeadId(7)), change).on(STORED, NOON))
        .isInstanceOfSatisfying(
            LeadUpdateResult.Unsound.class,
            unsound -> assertThat(unsound.faults()).extracting(Violation::field, Violation::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("campaign_lead_id", "unchangeable")));
  }

  private static void assertMet(LeadDraft draft, boolean met) {
    assertThat(draft.isMetBy(STORED)).isEqualTo(met);
  }

  private static LeadDraft fields(Optional<Map<String, Optional<CustomValue>>> fields) {
    return draft(FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.keep(),
        FieldUpdate.to(fields));
  }

  private static LeadDraft draft(
      FieldUpdate<Optional<String>> first,
      FieldUpdate<Optional<String>> last,
      FieldUpdate<Optional<String>> email,
      FieldUpdate<Boolean> doNotCall,
      FieldUpdate<Optional<Map<String, Optional<CustomValue>>>> fields) {
    return new LeadDraft(NUMBER, first, last, email, doNotCall, fields);
  }

  private static Lead lead(LeadDetails details, boolean doNotCall) {
    return Lead.added(new LeadId(1), new CampaignId(2), NUMBER, details, doNotCall, NOON);
  }
}
