package dev.latchkey.domain.lead;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.LeadId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LeadFilterTest {

  private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");
  private static final Instant LATER = NOON.plusSeconds(60);
  private static final PhoneNumber NUMBER = new PhoneNumber("+14155550123");

  private static final Lead LEAD = new Lead(
      new LeadId(1),
      new CampaignId(2),
      NUMBER,
      new LeadDetails(Optional.empty(), Optional.empty(), Optional.of("Ada@shop.example"), Map.of()),
      true,
      false,
      NOON,
      LATER);

  @Test
  void everyLeadIsAdmittedWhereNothingIsAsked() {
    assertThat(LeadFilter.ALL.admits(LEAD)).isTrue();
  }

  @Test
  void aNumberAnAddressAndAMarkAreCompared() {
    assertThat(number("+14155550123").admits(LEAD)).isTrue();
    assertThat(number("+14155550124").admits(LEAD)).isFalse();
    assertThat(email("ADA@SHOP.example").admits(LEAD)).isTrue();
    assertThat(email("bob@shop.example").admits(LEAD)).isFalse();
    assertThat(marked(true).admits(LEAD)).isTrue();
    assertThat(marked(false).admits(LEAD)).isFalse();
  }

  @Test
  void aLeadWithoutAnAddressIsFoundByNone() {
    Lead bare = Lead.added(new LeadId(1), new CampaignId(2), NUMBER,
        new LeadDetails(Optional.empty(), Optional.empty(), Optional.empty(), Map.of()), false, NOON);

    assertThat(email("ada@shop.example").admits(bare)).isFalse();
    assertThat(LeadFilter.ALL.admits(bare)).isTrue();
  }

  @Test
  void aMomentIsIncludedAndCountsToTheMicrosecond() {
    assertThat(createdSince(NOON).admits(LEAD)).isTrue();
    assertThat(createdSince(NOON.plusNanos(999)).admits(LEAD)).isTrue();
    assertThat(createdSince(NOON.plusNanos(1000)).admits(LEAD)).isFalse();
    assertThat(updatedSince(LATER).admits(LEAD)).isTrue();
    assertThat(updatedSince(LATER.plusNanos(999)).admits(LEAD)).isTrue();
    assertThat(updatedSince(LATER.plusNanos(1000)).admits(LEAD)).isFalse();
  }

  private static LeadFilter number(String number) {
    return new LeadFilter(
        Optional.of(new PhoneNumber(number)), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static LeadFilter email(String email) {
    return new LeadFilter(
        Optional.empty(), Optional.of(email), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static LeadFilter marked(boolean mark) {
    return new LeadFilter(
        Optional.empty(), Optional.empty(), Optional.of(mark), Optional.empty(), Optional.empty());
  }

  private static LeadFilter createdSince(Instant since) {
    return new LeadFilter(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(since), Optional.empty());
  }

  private static LeadFilter updatedSince(Instant since) {
    return new LeadFilter(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(since));
  }
}
