package dev.latchkey.adapters.persistence.audit;

import dev.latchkey.adapters.persistence.jdbc.InstantAsMicros;
import dev.latchkey.domain.MayBePrinted;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.ChainLink;
import dev.latchkey.domain.audit.ChainMac;
import dev.latchkey.domain.id.AuditEventId;
import dev.latchkey.domain.id.TenantId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An audit event as a row.
 *
 * @param details see {@link AuditDetails}
 */
@MappedEntity("audit_event")
public record AuditEventRow(
    @Id long id,
    long tenantId,
    long position,
    String actor,
    String action,
    String subject,
    @TypeDef(type = DataType.LONG, converter = InstantAsMicros.class) Instant happenedAt,
    @Nullable String address,
    String details,
    @MayBePrinted("A hash of what the audit shows.") String previousHash,
    @MayBePrinted("A hash of what the audit shows.") String hash,
    @MayBePrinted("It proves an event and opens nothing.") @Nullable String mac,
    @MayBePrinted("The version of a pepper.") @Nullable String macPepper) {

  static AuditEventRow from(AuditEvent event, ChainMac mac) {
    AuditEntry entry = event.entry();
    return new AuditEventRow(
        event.id().value(),
        event.tenant().value(),
        event.sequence(),
        ActorText.from(entry.actor()).value(),
        entry.action().label(),
        SubjectText.from(entry.subject()).value(),
        entry.at(),
        entry.address().map(InetAddress::getHostAddress).orElse(null),
        new AuditDetails(entry.details()).toJson(),
        event.previousHash(),
        event.hash(),
        mac.value(),
        mac.keyVersion());
  }

  ChainLink toLink() {
    try {
      return new ChainLink.Whole(toEvent(), toMac());
    } catch (RuntimeException unreadable) {
      // The row may have been altered outside this application, and an unreadable row must not prevent the verification
      // of the chain.
      return new ChainLink.Unreadable(position);
    }
  }

  /**
   * Returns the stored MAC. A MAC without the version of its pepper cannot be checked; this differs from having no MAC.
   */
  private Optional<ChainMac> toMac() {
    return Optional.ofNullable(mac).map(value -> new ChainMac(Optional.ofNullable(macPepper).orElse(""), value));
  }

  public AuditEvent toEvent() {
    AuditEntry entry = new AuditEntry(
        new AuditEventId(id),
        new ActorText(actor).toActor(),
        Arrays.stream(AuditAction.values()).filter(a -> a.label().equals(action)).findFirst().orElseThrow(),
        new SubjectText(subject).toId(),
        happenedAt,
        Optional.ofNullable(address).map(InetAddress::ofLiteral),
        AuditDetails.fromJson(details).values());
    return new AuditEvent(new TenantId(tenantId), position, entry, previousHash, hash);
  }
}
