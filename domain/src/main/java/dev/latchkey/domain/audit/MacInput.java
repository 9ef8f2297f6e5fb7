package dev.latchkey.domain.audit;

import dev.latchkey.domain.id.TenantId;
import java.nio.charset.StandardCharsets;

/**
 * What a MAC covers: the hash of an event, which covers all of it, or the end of a chain. The two have different labels, so
 * that the MAC of an event never passes as the MAC of a head.
 */
public record MacInput(String label, TenantId tenant, long sequence, String hash) {

  private static final String EVENT = "latchkey audit event v1";
  private static final String HEAD = "latchkey audit head v1";

  public static MacInput of(AuditEvent event) {
    return new MacInput(EVENT, event.tenant(), event.sequence(), event.hash());
  }

  public static MacInput of(TenantId tenant, ChainHead head) {
    return new MacInput(HEAD, tenant, head.sequence(), head.hash());
  }

  /** The text to authenticate. The hash is last, as it may be any text in a row that was tampered with. */
  public byte[] bytes() {
    return (label + "\n" + tenant.value() + "\n" + sequence + "\n" + hash).getBytes(StandardCharsets.UTF_8);
  }
}
