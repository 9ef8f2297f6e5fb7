package dev.latchkey.domain.lead;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.LeadId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LeadReferenceTest {

  private static final Lead LEAD = Lead.added(
      new LeadId(1),
      new CampaignId(2),
      new PhoneNumber("+14155550123"),
      new LeadDetails(Optional.empty(), Optional.empty(), Optional.empty(), Map.of()),
      false,
      Instant.EPOCH);

  @Test
  void anIdMeansTheLeadThatHasIt() {
    assertThat(new LeadReference.ById(new LeadId(1)).means(LEAD)).isTrue();
    assertThat(new LeadReference.ById(new LeadId(2)).means(LEAD)).isFalse();
  }

  @Test
  void aNumberMeansTheLeadThatHasIt() {
    assertThat(new LeadReference.ByNumber(new PhoneNumber("+14155550123")).means(LEAD)).isTrue();
    assertThat(new LeadReference.ByNumber(new PhoneNumber("+1415555012")).means(LEAD)).isFalse();
  }
}
