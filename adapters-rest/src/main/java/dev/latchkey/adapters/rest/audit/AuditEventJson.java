package dev.latchkey.adapters.rest.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.adapters.rest.field.ActorId;
import dev.latchkey.domain.MayBePrinted;
import dev.latchkey.domain.address.AddressText;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.ChainLink;
import dev.latchkey.domain.id.PublicId;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An audit event with its position in the tenant's chain. If the stored event was made unreadable outside the
 * application, only the position is left.
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
record AuditEventJson(
    @Nullable String id,
    long sequence,
    String action,
    @Nullable String actor,
    @Nullable String subject,
    @Nullable Instant at,
    @Nullable String address,
    Map<String, String> details,
    Map<String, FieldChangeJson> changes,
    @MayBePrinted("A hash of what the audit shows.") @Nullable String previousHash,
    @MayBePrinted("A hash of what the audit shows.") @Nullable String hash) {

  private static final String UNREADABLE = "unreadable";

  static AuditEventJson of(ChainLink link) {
    return switch (link) {
      case ChainLink.Whole(AuditEvent event, _) -> of(event);
      case ChainLink.Unreadable(long sequence) ->
        new AuditEventJson(null, sequence, UNREADABLE, null, null, null, null, Map.of(), Map.of(), null, null);
    };
  }

  static AuditEventJson of(AuditEvent event) {
    AuditEntry entry = event.entry();
    return new AuditEventJson(
        PublicId.of(event.id()),
        event.sequence(),
        entry.action().label(),
        ActorId.of(entry.actor()),
        PublicId.of(entry.subject()),
        entry.at(),
        entry.address().map(AddressText::of).orElse(null),
        entry.notes(),
        FieldChangeJson.of(entry.changes()),
        event.previousHash(),
        event.hash());
  }
}
