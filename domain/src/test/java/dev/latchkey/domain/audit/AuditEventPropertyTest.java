package dev.latchkey.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.id.AuditEventId;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.id.TenantId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class AuditEventPropertyTest {

  @Property
  void detailsHashEqualExactlyWhereTheyAreEqual(
      @ForAll @Size(max = 3) Map<@CharRange(from = '0', to = ':') @StringLength(max = 3) String, @CharRange(from = '0', to = ':') @StringLength(max = 3) String> one,
      @ForAll @Size(max = 3) Map<@CharRange(from = '0', to = ':') @StringLength(max = 3) String, @CharRange(from = '0', to = ':') @StringLength(max = 3) String> other) {
    assertThat(hash(one).equals(hash(other))).isEqualTo(one.equals(other));
  }

  private static String hash(Map<String, String> details) {
    AuditEntry entry = new AuditEntry(
        new AuditEventId(1),
        new Actor.Operator(),
        AuditAction.KEY_CHANGED,
        new KeyId(1),
        Instant.EPOCH,
        Optional.empty(),
        new TreeMap<>(details));
    return AuditEvent.linked(new TenantId(1), 1, entry, AuditEvent.ROOT).hash();
  }
}
