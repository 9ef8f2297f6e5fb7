package dev.latchkey.adapters.dashboard.audit;

import dev.latchkey.adapters.dashboard.frame.Frame;
import dev.latchkey.adapters.dashboard.frame.Framed;
import dev.latchkey.adapters.dashboard.frame.Language;
import dev.latchkey.adapters.dashboard.frame.Pager;
import dev.latchkey.adapters.dashboard.frame.Tab;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.address.AddressText;
import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.ChainLink;
import dev.latchkey.domain.audit.FieldValue;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.key.format.KeyFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One page of the audit trail.
 *
 * @param first whether it is the first page
 * @param emails of the acting members who still exist
 */
public record AuditPage(Frame frame, Page<ChainLink> events, boolean first, Map<MemberId, String> emails)
    implements
      Framed {

  public AuditPage {
    emails = Map.copyOf(emails);
  }

  public Optional<AuditEntry> entry(ChainLink link) {
    return link instanceof ChainLink.Whole(AuditEvent event, _) ? Optional.of(event.entry()) : Optional.empty();
  }

  public String unreadable(ChainLink link) {
    return language().text("audit.unreadable", Long.toString(link.sequence()));
  }

  public String what(AuditEntry entry) {
    return language().text("audit.action." + entry.action().label());
  }

  /** Returns the name or the e-mail address of the subject; the empty text where the event has neither. */
  public String subject(AuditEntry entry) {
    return Optional.ofNullable(entry.details().get("name")).or(() -> Optional.ofNullable(entry.details().get("email")))
        .orElse("");
  }

  public String who(AuditEntry entry) {
    return switch (entry.actor()) {
      case Actor.Operator() -> language().text("audit.operator");
      case Actor.Holder(KeyId key) -> language().text("audit.key", KeyFormat.handle(key));
      case Actor.Staff(MemberId member) ->
        Optional.ofNullable(emails.get(member)).orElseGet(() -> language().text("audit.former-member"));
    };
  }

  public String when(AuditEntry entry) {
    return Language.exact(entry.at());
  }

  public String from(AuditEntry entry) {
    return entry.address().map(AddressText::of).orElse("–");
  }

  /**
   * Returns the changed fields, followed by the other details of the event, without the value that {@link #subject}
   * returns.
   */
  public Map<String, String> more(AuditEntry entry) {
    AuditValues values = new AuditValues(language());
    Map<String, String> more = new LinkedHashMap<>();
    entry.changes().fields().forEach((name, change) -> {
      if (!change.to().equals(new FieldValue.Text(subject(entry))) || !change.from().equals(FieldValue.NONE)) {
        more.put(values.field(name), values.change(name, change));
      }
    });
    entry.notes().forEach((name, value) -> {
      if (!value.equals(subject(entry)) && !value.isEmpty() && !entry.changes().fields().containsKey(name)
          && !(name.equals("changed") && entry.changes().names().equals(value))) {
        more.putIfAbsent(label(name), name.equals("role") ? values.role(value) : value);
      }
    });
    return more;
  }

  private String label(String detail) {
    return switch (detail) {
      case "masked_key", "changed", "role", "replaced_by", "overlap_seconds", "reason", "name", "email" ->
        language().text("audit.detail." + detail);
      default -> detail;
    };
  }

  public Pager pager() {
    return new Pager("audit", Tab.AUDIT.href(frame.place()), first, events.next());
  }
}
