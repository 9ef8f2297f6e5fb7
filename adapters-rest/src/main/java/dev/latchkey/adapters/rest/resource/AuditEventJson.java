package dev.latchkey.adapters.rest.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.adapters.rest.opaque.PublicId;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.audit.AuditEvent;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something that was done, with its place in the tenant's chain. */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record AuditEventJson(
    String id,
    long sequence,
    String action,
    String actor,
    String subject,
    Instant at,
    @Nullable String address,
    Map<String, String> details,
    String previousHash,
    String hash) {

  public static AuditEventJson of(AuditEvent event) {
    AuditEntry entry = event.entry();
    return new AuditEventJson(
        PublicId.of(event.id()),
        event.sequence(),
        entry.action().label(),
        PublicId.of(entry.actor()),
        PublicId.of(entry.subject()),
        entry.at(),
        entry.address().map(InetAddress::getHostAddress).orElse(null),
        entry.details(),
        event.previousHash(),
        event.hash());
  }
}
