package dev.latchkey.domain.lead;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.Violation;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.LeadId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeadPatchTest {

  private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");
  private static final Instant LATER = NOON.plusNanos(1000);

  private static final LeadDetails FULL = new LeadDetails(
      Optional.of("Ada"),
      Optional.of("Lovelace"),
      Optional.of("ada@shop.example"),
      Map.of("plan", new CustomValue.Text("gold"), "age", new CustomValue.Numeric(new BigDecimal("11"))));

  private static final Lead LEAD = new Lead(
      new LeadId(1), new CampaignId(2), new PhoneNumber("+14155550123"), FULL, true, true, NOON, NOON);

  @Test
  void aChangeThatChangesNothingLeavesTheLeadAsItWas() {
    Map<String, Optional<CustomValue>> same = Map.of(
        "plan", Optional.of(new CustomValue.Text("gold")), "never there", Optional.empty());
    LeadPatch everythingTheSame = new LeadPatch(
        FieldUpdate.to(FULL.firstName()), FieldUpdate.to(FULL.lastName()), FieldUpdate.to(FULL.email()),
        FieldUpdate.to(true), same, false);

    assertThat(revised(with(Map.of()))).isEqualTo(LEAD);
    assertThat(revised(everythingTheSame)).isEqualTo(LEAD);
  }

  @Test
  void theMarkAloneMovesTheTimeOfUpdate() {
    LeadPatch callable = new LeadPatch(FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.keep(),
        FieldUpdate.to(false), Map.of(), false);

    assertThat(revised(callable))
        .isEqualTo(new Lead(LEAD.id(), LEAD.campaign(), LEAD.phoneNumber(), FULL, false, true, NOON, LATER));
  }

  @Test
  void whatIsNamedIsSet() {
    LeadPatch change = new LeadPatch(
        FieldUpdate.to(Optional.of("Grace")),
        FieldUpdate.to(Optional.of("Hopper")),
        FieldUpdate.to(Optional.of("grace@shop.example")),
        FieldUpdate.to(false),
        Map.of(),
        false);

    Lead after = revised(change);

    assertThat(after.details())
        .isEqualTo(
            new LeadDetails(
                Optional.of("Grace"), Optional.of("Hopper"), Optional.of("grace@shop.example"), FULL.customFields()));
    assertThat(after.doNotCall()).isFalse();
    assertThat(after.createdAt()).isEqualTo(NOON);
    assertThat(after.updatedAt()).isEqualTo(LATER);
  }

  @Test
  void whatIsNamedWithNothingIsCleared() {
    LeadPatch change = new LeadPatch(
        FieldUpdate.to(Optional.empty()), FieldUpdate.to(Optional.empty()), FieldUpdate.to(Optional.empty()),
        FieldUpdate.keep(), Map.of(), false);

    assertThat(revised(change).details())
        .isEqualTo(new LeadDetails(Optional.empty(), Optional.empty(), Optional.empty(), FULL.customFields()));
  }

  @Test
  void aLeadThatIsNotToBeCalledIsMarkedSo() {
    Lead callable = Lead.added(new LeadId(1), new CampaignId(2), new PhoneNumber("+14155550123"), FULL, false, NOON);
    LeadPatch change = new LeadPatch(
        FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.to(true), Map.of(), false);

    assertThat(callable.doNotCall()).isFalse();
    assertThat(revised(callable, change).doNotCall()).isTrue();
  }

  @Test
  void customFieldsAreMergedAndThoseThatAreNamedWithNothingGo() {
    Map<String, Optional<CustomValue>> fields = Map.of(
        "plan", Optional.of(new CustomValue.Text("silver")),
        "new", Optional.of(new CustomValue.Flag(true)),
        "age", Optional.empty(),
        "never there", Optional.empty());

    assertThat(revised(with(fields)).details().customFields())
        .isEqualTo(Map.of("plan", new CustomValue.Text("silver"), "new", new CustomValue.Flag(true)));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aLeadThatCountsAsUnansweredIsNotAnsweredWhateverItWas(boolean answered) {
    Lead lead = new Lead(
        LEAD.id(), LEAD.campaign(), LEAD.phoneNumber(), FULL, false, answered, NOON, NOON);
    LeadPatch unanswered = new LeadPatch(
        FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.keep(), Map.of(), true);

    assertThat(revised(lead, unanswered).answered()).isFalse();
    assertThat(revised(lead, with(Map.of())).answered()).isEqualTo(answered);
  }

  @Test
  void customFieldsThatAreTooLargeOnlyTogetherWithThoseThatAreThereAreUnsound() {
    int room = LeadDetails.LARGEST_CUSTOM_FIELDS - "{'plan':'gold','age':11,'n':''}".length();

    assertThat(revised(with(text("n", room))).details().faults()).isEmpty();
    assertThat(with(text("n", room + 1)).on(LEAD, LATER))
        .isInstanceOfSatisfying(
            LeadUpdateResult.Unsound.class,
            unsound -> assertThat(unsound.faults())
                .singleElement()
                .extracting(Violation::field, Violation::code, Violation::message)
                .containsExactly("custom_fields", "too_large",
                    "Must have at most 16384 bytes of JSON together with the stored ones. Shorten or remove some."));
  }

  @Test
  void removingACustomFieldMakesRoomForAnotherInTheSameChange() {
    Map<String, Optional<CustomValue>> fields = new HashMap<>(
        text("n", LeadDetails.LARGEST_CUSTOM_FIELDS - "{'n':''}".length()));
    fields.put("plan", Optional.empty());
    fields.put("age", Optional.empty());

    assertThat(revised(with(fields)).details().customFields()).containsOnlyKeys("n");
  }

  @Test
  void customFieldsThatWereStoredTooLargeMayStayOrShrinkButNotGrow() {
    int large = LeadDetails.LARGEST_CUSTOM_FIELDS + 10;
    LeadDetails stored = new LeadDetails(
        Optional.empty(), Optional.empty(), Optional.empty(), Map.of("n", new CustomValue.Text("x".repeat(large))));
    Lead lead = new Lead(LEAD.id(), LEAD.campaign(), LEAD.phoneNumber(), stored, false, false, NOON, NOON);
    LeadPatch marked = new LeadPatch(FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.to(true),
        Map.of(), false);

    assertThat(revised(lead, marked).doNotCall()).isTrue();
    assertThat(revised(lead, with(text("n", large - 1))).details().customFields()).hasSize(1);
    assertThat(with(text("n", large + 1)).on(lead, LATER)).isInstanceOf(LeadUpdateResult.Unsound.class);
  }

  @Test
  void namesThatWereStoredTooLongMayStayAndNoOtherMayTakeTheirPlace() {
    Optional<String> tooLong = Optional.of("x".repeat(LeadDetails.LONGEST_NAME + 1));
    LeadDetails stored = new LeadDetails(tooLong, tooLong, Optional.empty(), Map.of());
    Lead lead = new Lead(LEAD.id(), LEAD.campaign(), LEAD.phoneNumber(), stored, false, false, NOON, NOON);

    assertThat(revised(lead, named(FieldUpdate.keep(), FieldUpdate.to(Optional.empty()))).details().firstName())
        .isEqualTo(tooLong);
    assertThat(revised(lead, named(FieldUpdate.to(Optional.empty()), FieldUpdate.to(tooLong))).details().lastName())
        .isEqualTo(tooLong);
    assertThat(named(FieldUpdate.to(tooLong.map(name -> "y" + name)), FieldUpdate.keep()).on(lead, LATER))
        .isEqualTo(new LeadUpdateResult.Unsound(List.of(
            new Violation("first_name", "too_long", "Must have at most 100 characters."))));
  }

  private static LeadPatch named(FieldUpdate<Optional<String>> first, FieldUpdate<Optional<String>> last) {
    return new LeadPatch(first, last, FieldUpdate.keep(), FieldUpdate.keep(), Map.of(), false);
  }

  @Test
  void aChangeKeepsToItselfWhatItWasMadeOf() {
    Map<String, Optional<CustomValue>> fields = new HashMap<>();
    LeadPatch change = with(fields);
    fields.put("late", Optional.of(new CustomValue.Flag(true)));

    assertThat(change.customFields()).isEmpty();
  }

  private static Map<String, Optional<CustomValue>> text(String name, int length) {
    return Map.of(name, Optional.of(new CustomValue.Text("x".repeat(length))));
  }

  private static LeadPatch with(Map<String, Optional<CustomValue>> fields) {
    return new LeadPatch(FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.keep(), fields, false);
  }

  private static Lead revised(LeadPatch change) {
    return revised(LEAD, change);
  }

  private static Lead revised(Lead lead, LeadPatch change) {
    return ((LeadUpdateResult.Revised) change.on(lead, LATER)).lead();
  }
}
