package dev.latchkey.domain.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The literal values were computed by another program: clients keep them. */
class PublicIdTest {

  private static final long NUMBER = 1234567890123456789L;

  private static final Map<Id, String> IDS = Map.of(
      new TenantId(NUMBER), "VGVuYW50OjEyMzQ1Njc4OTAxMjM0NTY3ODk=",
      new KeyId(NUMBER), "QXBpS2V5OjEyMzQ1Njc4OTAxMjM0NTY3ODk=",
      new CampaignId(NUMBER), "Vm9pY2VDYW1wYWlnbjoxMjM0NTY3ODkwMTIzNDU2Nzg5",
      new LeadId(NUMBER), "Vm9pY2VDYW1wYWlnbkxlYWQ6MTIzNDU2Nzg5MDEyMzQ1Njc4OQ==",
      new MemberId(NUMBER), "TWVtYmVyOjEyMzQ1Njc4OTAxMjM0NTY3ODk=",
      new AuditEventId(NUMBER), "QXVkaXRFdmVudDoxMjM0NTY3ODkwMTIzNDU2Nzg5");

  @Test
  void everyKindOfIdIsWrittenAsItEverWas() {
    assertThat(IDS.keySet().stream().<Class<?>>map(Object::getClass))
        .containsExactlyInAnyOrderElementsOf(Set.of(Id.class.getPermittedSubclasses()));
    IDS.forEach((id, text) -> assertThat(PublicId.of(id)).isEqualTo(text));
  }

  @Test
  void anIdIsThePaddedBase64OfItsTypeAndNumber() {
    assertThat(PublicId.of(new TenantId(123))).isEqualTo("VGVuYW50OjEyMw==");
    assertThat(text(PublicId.of(new KeyId(1)))).isEqualTo("ApiKey:1");
    assertThat(text(PublicId.of(new CampaignId(2)))).isEqualTo("VoiceCampaign:2");
    assertThat(text(PublicId.of(new LeadId(3)))).isEqualTo("VoiceCampaignLead:3");
    assertThat(text(PublicId.of(new MemberId(4)))).isEqualTo("Member:4");
    assertThat(text(PublicId.of(new AuditEventId(Long.MAX_VALUE)))).isEqualTo("AuditEvent:9223372036854775807");
  }

  private static String text(String base64) {
    return new String(Base64.getDecoder().decode(base64), StandardCharsets.US_ASCII);
  }

  @ParameterizedTest
  @ValueSource(strings = {"VGVuYW50OjEyMw==", "VGVuYW50OjEyMw", "Tenant:123"})
  void everySpellingIsTakenBack(String text) {
    assertThat(PublicId.tenant(text)).contains(new TenantId(123));
  }

  @Test
  void anIdIsTakenBackAsWhatItIsAndNothingElse() {
    assertThat(PublicId.member("TWVtYmVyOjQ=")).contains(new MemberId(4));
    assertThat(PublicId.member("Tenant:4")).isEmpty();
  }

  @Test
  void aLeadIsTakenBackAsALeadAndNothingElse() {
    assertThat(PublicId.lead("VoiceCampaignLead:3")).contains(new LeadId(3));
    assertThat(PublicId.lead("VoiceCampaign:3")).isEmpty();
  }

  @Test
  void whateverAnAuditEventCanBeAboutIsTakenBackAsWhatItIs() {
    for (Id id : List.of(new TenantId(1), new KeyId(2), new MemberId(3), new CampaignId(4))) {
      assertThat(PublicId.any(PublicId.of(id))).contains(id);
    }
    assertThat(PublicId.any(PublicId.of(new LeadId(5)))).isEmpty();
    assertThat(PublicId.any("ApiKey:0")).isEmpty();
  }

  @Test
  void textsAreTheSameIdInWhicheverSpellingAndOnlyIfTheyAreIds() {
    assertThat(PublicId.isSame("Tenant:123", "VGVuYW50OjEyMw==")).isTrue();
    assertThat(PublicId.isSame("VGVuYW50OjEyMw", "VGVuYW50OjEyMw==")).isTrue();
    assertThat(PublicId.isSame("Tenant:123", "Tenant:124")).isFalse();
    assertThat(PublicId.isSame("Tenant:123", "ApiKey:123")).isFalse();
    assertThat(PublicId.isSame("Tenant:123", "x")).isFalse();
    assertThat(PublicId.isSame("Dog:123", "Dog:123")).isFalse();
    assertThat(PublicId.isSame("x", "x")).isFalse();
  }

  @Test
  void aTextThatIsNoCampaignIdIsTheIdOfNoCampaign() {
    assertThat(PublicId.campaignOrUnknown("VoiceCampaign:4")).isEqualTo(new CampaignId(4));
    assertThat(PublicId.campaignOrUnknown("Tenant:4")).isEqualTo(CampaignId.UNKNOWN);
  }

  @Test
  void theHighestNumberIsTakenBack() {
    assertThat(PublicId.key("ApiKey:9223372036854775807")).contains(new KeyId(Long.MAX_VALUE));
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "", "123", "ApiKey:123", "tenant:123", "Tenant:0", "Tenant:-1", "Tenant:+1", "Tenant:0123", "Tenant:", ":123",
      "Tenant:123 ", " Tenant:123", "Tenant:1.0", "Tenant:1e3", "Tenant:9223372036854775808", "Tenant:١٢٣",
      "Tenant:12\n",
      "VGVuYW50OjEyMw=", "VGVuYW50OjEyMw===", "=", "%", "QXBpS2V5OjEyMw==", "VGVuYW50OjEyM w=="
  })
  void anythingElseIsNoTenant(String text) {
    assertThat(PublicId.tenant(text)).isEmpty();
  }
}
