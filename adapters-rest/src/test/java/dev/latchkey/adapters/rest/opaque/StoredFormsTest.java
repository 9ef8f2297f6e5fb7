package dev.latchkey.adapters.rest.opaque;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.id.AuditEventId;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.Id;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.id.LeadId;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.id.TenantId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Literal values of the ids and cursors that clients keep. They were computed by another program. */
class StoredFormsTest {

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
  void aCursorIsWrittenAndReadAsItEverWas() {
    assertThat(new Cursor(NUMBER).text()).isEqualTo("YmVmb3JlOjEyMzQ1Njc4OTAxMjM0NTY3ODk");
    assertThat(Cursor.of("YmVmb3JlOjEyMzQ1Njc4OTAxMjM0NTY3ODk")).contains(new Cursor(NUMBER));
  }
}
