package dev.latchkey.adapters.rest.audit;

import dev.latchkey.adapters.rest.field.ActorId;
import dev.latchkey.adapters.rest.field.PageInput;
import dev.latchkey.adapters.rest.kit.input.FieldDecoder;
import dev.latchkey.adapters.rest.kit.input.JsonObjectReader;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditFilter;
import dev.latchkey.domain.id.Id;
import dev.latchkey.domain.id.PublicId;
import java.time.Instant;
import java.util.Optional;

/** Decoder of the filter and the page of an audit trail. */
final class AuditInput {

  private static final FieldDecoder<AuditAction> ACTION = FieldDecoder.oneOf(AuditAction.values(), AuditAction::label);

  private static final FieldDecoder<Actor> ACTOR = FieldDecoder.TEXT.as(
      ActorId::read, "invalid_id", "Must be the id of an API key or of a member, or operator.");

  private static final FieldDecoder<Id> SUBJECT = FieldDecoder.TEXT.as(
      PublicId::any, "invalid_id", "Must be the id of a tenant, an API key, a member or a voice campaign.");

  private AuditInput() {}

  /** Filter and page of a list of events. */
  record Listed(AuditFilter filter, PageRequest page) {}

  static Optional<Listed> readList(JsonObjectReader query) {
    Optional<Instant> since = query.optional("since", FieldDecoder.MOMENT);
    Optional<AuditAction> action = query.optional("action", ACTION);
    Optional<Actor> actor = query.optional("actor", ACTOR);
    Optional<Id> subject = query.optional("subject", SUBJECT);
    Optional<PageRequest> page = PageInput.read(query);
    return query.build(() -> new Listed(new AuditFilter(since, action, actor, subject), page.orElseThrow()));
  }
}
