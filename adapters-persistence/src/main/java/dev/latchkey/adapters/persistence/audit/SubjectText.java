package dev.latchkey.adapters.persistence.audit;

import dev.latchkey.domain.id.AuditEventId;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.Id;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.id.LeadId;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.id.TenantId;

/** The subject of an audit event as one column: {@code key 123}. */
public record SubjectText(String value) {

  public static SubjectText from(Id id) {
    return new SubjectText(switch (id) {
      case TenantId _ -> "tenant ";
      case KeyId _ -> "key ";
      case CampaignId _ -> "campaign ";
      case LeadId _ -> "lead ";
      case MemberId _ -> "member ";
      case AuditEventId _ -> "audit_event ";
    } + id.value());
  }

  public Id toId() {
    int space = value.indexOf(' ');
    long number = Long.parseLong(value.substring(space + 1));
    return switch (value.substring(0, space)) {
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
