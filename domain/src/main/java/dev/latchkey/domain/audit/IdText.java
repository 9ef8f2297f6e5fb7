package dev.latchkey.domain.audit;

import dev.latchkey.domain.id.AuditEventId;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.Id;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.id.LeadId;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.id.TenantId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An id within the text of a value, such as {@code campaign 123}. The type names are stored and hashed, and never
 * change.
 */
final class IdText {

  private static final Pattern FORM = Pattern.compile("([a-z_]+) ([1-9][0-9]{0,18})");

  private IdText() {}

  static String of(Id id) {
    return switch (id) {
      case TenantId _ -> "tenant ";
      case KeyId _ -> "key ";
      case CampaignId _ -> "campaign ";
      case LeadId _ -> "lead ";
      case MemberId _ -> "member ";
      case AuditEventId _ -> "audit_event ";
    } + id.value();
  }

  static Id read(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("Not a reference");
    }
    long number = Long.parseLong(parts.group(2));
    return switch (parts.group(1)) {
      case "tenant" -> new TenantId(number);
      case "key" -> new KeyId(number);
      case "campaign" -> new CampaignId(number);
      case "lead" -> new LeadId(number);
      case "member" -> new MemberId(number);
      case "audit_event" -> new AuditEventId(number);
      default -> throw new IllegalArgumentException("Not a reference");
    };
  }
}
