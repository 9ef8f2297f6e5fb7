package dev.latchkey.adapters.persistence;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.domain.MayBePrinted;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.ChainMac;
import dev.latchkey.domain.id.AuditEventId;
import dev.latchkey.domain.id.TenantId;
import io.micronaut.serde.annotation.Serdeable;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An audit event as it is stored. Its tenant and its sequence number are those of its key in the map. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record EventDocument(
    long id,
    String actor,
    String action,
    String subject,
    String at,
    @Nullable String address,
    Map<String, String> details,
    @MayBePrinted("A hash of what the audit shows.") String previousHash,
    @MayBePrinted("A hash of what the audit shows.") String hash,
    @MayBePrinted("It proves an event and opens nothing.") @Nullable String mac,
    @MayBePrinted("The version of a pepper.") @Nullable String macPepper) {

  static EventDocument from(AuditEvent event, ChainMac mac) {
    AuditEntry entry = event.entry();
    return new EventDocument(
        entry.id().value(),
        AuditText.of(entry.actor()).value(),
        entry.action().label(),
        AuditText.of(entry.subject()).value(),
        entry.at().toString(),
        entry.address().map(InetAddress::getHostAddress).orElse(null),
        entry.details(),
        event.previousHash(),
        event.hash(),
        mac.value(),
        mac.keyVersion());
  }

  AuditEvent toEvent(TenantId tenant, long sequence) {
    AuditEntry entry = new AuditEntry(
        new AuditEventId(id),
        new AuditText(actor).toActor(),
        Arrays.stream(AuditAction.values()).filter(known -> known.label().equals(action)).findFirst().orElseThrow(),
        new AuditText(subject).toId(),
        Instant.parse(at),
        Optional.ofNullable(address).map(InetAddress::ofLiteral),
        new TreeMap<>(details));
    return new AuditEvent(tenant, sequence, entry, previousHash, hash);
  }

  /** A MAC without the name of its pepper cannot be checked, which is not the same as having none. */
  Optional<ChainMac> toMac() {
    String pepper = Optional.ofNullable(macPepper).orElse("");
    return Optional.ofNullable(mac).map(value -> new ChainMac(pepper, value));
  }
}
