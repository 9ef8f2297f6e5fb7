package dev.latchkey.domain.audit;

import dev.latchkey.domain.MayBePrinted;
import dev.latchkey.domain.id.TenantId;
import java.nio.charset.StandardCharsets;

/**
 * The input of a MAC: the hash of an event, which covers the whole event, or the head of a chain. The two have
 * different labels, so that the MAC of an event is never valid for a head.
 */
public record MacInput(String label, TenantId tenant, long sequence,
    @MayBePrinted("A hash of what the audit shows.") String hash) {

  private static final String EVENT = "latchkey audit event v1";
  private static final String HEAD = "latchkey audit head v1";

  public static MacInput of(AuditEvent event) {
    return new MacInput(EVENT, event.tenant(), event.sequence(), event.hash());
  }

  public static MacInput of(TenantId tenant, ChainHead head) {
    return new MacInput(HEAD, tenant, head.sequence(), head.hash());
  }

  /** Returns the text to authenticate. The hash is last, because it may be any text in a tampered row. */
  public byte[] bytes() {
    return (label + "\n" + tenant.value() + "\n" + sequence + "\n" + hash).getBytes(StandardCharsets.UTF_8);
  }
}
