package dev.latchkey.adapters.rest.opaque;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.id.AuditEventId;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.id.LeadId;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.id.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicIdTest {

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

  @Test
  void aCursorIsTakenBackAndNothingElseIsOne() {
    String text = new Cursor(42).text();
    assertThat(Cursor.of(text)).contains(new Cursor(42));
    assertThat(Cursor.of("before:42")).isEmpty();
    assertThat(Cursor.of(PublicId.of(new TenantId(42)))).isEmpty();
    assertThat(PublicId.tenant(text)).isEmpty();
  }
}
