package dev.latchkey.adapters.persistence.audit;

import dev.latchkey.domain.MayBePrinted;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.ChainHead;
import dev.latchkey.domain.audit.ChainMac;
import dev.latchkey.domain.audit.HeadMac;
import dev.latchkey.domain.audit.StoredHead;
import dev.latchkey.domain.id.TenantId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The end of a tenant's chain: the number of its events and the hash of the last one.
 *
 * @param macPosition the position that the MAC covers; servers of a version without MACs update {@code position} alone
 */
@MappedEntity("audit_head")
public record AuditHeadRow(
    @Id long tenantId,
    long position,
    @MayBePrinted("A hash of what the audit shows.") String hash,
    @Nullable Long macPosition,
    @MayBePrinted("It proves an event and opens nothing.") @Nullable String mac,
    @MayBePrinted("The version of a pepper.") @Nullable String macPepper) {

  static AuditHeadRow ofNewChain(TenantId tenant) {
    return new AuditHeadRow(tenant.value(), 0, AuditEvent.ROOT, null, null, null);
  }

  static AuditHeadRow of(TenantId tenant, ChainHead head, ChainMac mac) {
    return new AuditHeadRow(
        tenant.value(), head.sequence(), head.hash(), head.sequence(), mac.value(), mac.keyVersion());
  }

  StoredHead toHead() {
    return new StoredHead(
        new ChainHead(position, hash),
        Optional.ofNullable(mac)
            .map(value -> new HeadMac(
                Optional.ofNullable(macPosition).orElse(0L),
                new ChainMac(Optional.ofNullable(macPepper).orElse(""), value))));
  }
}
