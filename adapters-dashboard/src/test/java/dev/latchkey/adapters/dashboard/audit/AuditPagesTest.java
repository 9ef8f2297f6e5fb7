package dev.latchkey.adapters.dashboard.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.latchkey.adapters.dashboard.fixtures.Dashboard;
import dev.latchkey.adapters.dashboard.frame.Language;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.AuditFilter;
import dev.latchkey.domain.audit.ChainLink;
import dev.latchkey.domain.audit.FieldChanges;
import dev.latchkey.domain.audit.FieldValue;
import dev.latchkey.domain.id.AuditEventId;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.tenant.Email;
import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.PasswordHash;
import dev.latchkey.domain.tenant.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuditPagesTest {

  private static final String AUDIT = Dashboard.HOME + "/settings/audit";

  @RegisterExtension
  private static final Dashboard dashboard = Dashboard.started();

  @Test
  void anEventSaysInPlainWordsWhoDidWhatWhenAndFromWhere() {
    Member ada = new Member(
        new MemberId(7), Dashboard.TENANT, new Email("ada@example.org"), Role.OWNER, new PasswordHash("…"),
        Dashboard.THEN);
    when(dashboard.members.find(any(), eq(ada.id()))).thenReturn(Optional.of(ada));
    shows(event(new Actor.Staff(ada.id()), AuditAction.KEY_DISABLED, Map.of("name", "<i>CRM", "masked_key", "lk_…")));

    assertThat(page()).contains(
        "API key disabled:", "&lt;i&gt;CRM", "key: ", "lk_…", "ada@example.org", "2026-01-01 00:00:00 UTC", "192.0.2.7")
        .doesNotContain("<i>");
  }

  @Test
  void changedFieldsAreShownFromOldToNew() {
    FieldChanges changes = FieldChanges.between(
        Map.of("role", text("VIEWER"), "permissions", new FieldValue.Items(List.of(text("leads:read")))),
        Map.of(
            "role", text("ADMIN"),
            "permissions", new FieldValue.Items(List.of(text("leads:read"), text("audit:read"))),
            "consider_voicemail_as_answered", new FieldValue.Flag(true)));
    shows(event(new Actor.Operator(), AuditAction.KEY_CHANGED,
        Map.of("name", "<i>CRM", "changed", changes.names(), AuditEntry.CHANGES, changes.text())));

    assertThat(page())
        .contains(
            "permissions: <span dir=\"auto\">Read leads → Read leads, Read the audit trail</span>",
            "role: <span dir=\"auto\">Viewer → Admin",
            "voicemail counts as answered: <span dir=\"auto\">yes</span>")
        .doesNotContain("changed: <span", "{&quot;");
  }

  @Test
  void whoActedIsNamedAlsoIfItWasNoMember() {
    shows(
        event(new Actor.Operator(), AuditAction.TENANT_RENAMED, Map.of("name", "Acme")),
        event(new Actor.Holder(new KeyId(42)), AuditAction.KEY_CREATED, Map.of()),
        event(new Actor.Staff(new MemberId(9)), AuditAction.KEY_CREATED, Map.of()));

    assertThat(page()).contains("the operator", "key 0000000000g", "a former member");
  }

  @Test
  void whatCannotBeReadIsShownAsSuchAmongTheOthers() {
    shows(new ChainLink.Unreadable(3), event(new Actor.Operator(), AuditAction.TENANT_CREATED, Map.of()));

    assertThat(page()).contains("Event 3 cannot be read", "Tenant created");
  }

  @Test
  void theTrailIsPaged() {
    when(dashboard.audit.list(any(), any(), any())).thenReturn(new Page<>(
        List.of(event(new Actor.Operator(), AuditAction.TENANT_CREATED, Map.of())), OptionalLong.of(5)));

    assertThat(page()).contains(AUDIT + "?before=5").doesNotContain("Newest events");
    assertThat(dashboard.signedIn().open(AUDIT + "?before=5").body()).contains("Newest events");

    verify(dashboard.audit).list(
        argThat(view -> view.tenant().equals(Dashboard.TENANT)), eq(AuditFilter.ALL),
        eq(new PageRequest(50, OptionalLong.of(5))));
  }

  @Test
  void howToVerifyTheChainIsSaid() {
    assertThat(page()).contains("java -jar latchkey.jar verify-audit", "There are no events");
  }

  @ParameterizedTest
  @EnumSource
  void everyActionHasWordsInEveryLanguage(AuditAction action) {
    for (Language language : Language.values()) {
      assertThat(language.text("audit.action." + action.label())).isNotEmpty();
    }
  }

  private static FieldValue text(String text) {
    return new FieldValue.Text(text);
  }

  private static String page() {
    return dashboard.signedIn().open(AUDIT).body();
  }

  private static void shows(ChainLink... links) {
    when(dashboard.audit.list(any(), any(), any())).thenReturn(new Page<>(List.of(links), OptionalLong.empty()));
  }

  private static ChainLink event(Actor actor, AuditAction action, Map<String, String> details) {
    AuditEntry entry = new AuditEntry(
        new AuditEventId(1), actor, action, new KeyId(42), Dashboard.THEN, Optional.of(Dashboard.ADDRESS),
        new TreeMap<>(details));
    return new ChainLink.Whole(AuditEvent.linked(Dashboard.TENANT, 1, entry, AuditEvent.ROOT), Optional.empty());
  }
}
