package dev.latchkey.adapters.persistence;

import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.id.AuditEventId;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.Id;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.id.LeadId;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.id.TenantId;

/** Who did something, or what it was done to, as one text: {@code operator}, {@code key 123}. */
record AuditText(String value) {

  private static final String OPERATOR = "operator";

  static AuditText of(Actor actor) {
    return switch (actor) {
      case Actor.Operator() -> new AuditText(OPERATOR);
      case Actor.Holder(KeyId key) -> of(key);
      case Actor.Staff(MemberId member) -> of(member);
    };
  }

  static AuditText of(Id id) {
    return new AuditText(switch (id) {
      case TenantId _ -> "tenant ";
      case KeyId _ -> "key ";
      case CampaignId _ -> "campaign ";
      case LeadId _ -> "lead ";
      case MemberId _ -> "member ";
      case AuditEventId _ -> "audit_event ";
    } + id.value());
  }

  Actor toActor() {
    if (value.equals(OPERATOR)) {
      return new Actor.Operator();
    }
    return switch (toId()) {
      case KeyId key -> new Actor.Holder(key);
      case MemberId member -> new Actor.Staff(member);
      case TenantId _,CampaignId _,LeadId _,AuditEventId _ -> throw new IllegalStateException("Not an actor: " + value);
    };
  }

  Id toId() {
    String[] parts = value.split(" ", 2);
    long number = Long.parseLong(parts[1]);
    return switch (parts[0]) {
      case "tenant" -> new TenantId(number);
      case "key" -> new KeyId(number);
      case "campaign" -> new CampaignId(number);
      case "lead" -> new LeadId(number);
      case "member" -> new MemberId(number);
      case "audit_event" -> new AuditEventId(number);
      default -> throw new IllegalStateException("Not a subject: " + value);
    };
  }
}
