package dev.latchkey.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.Name;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.Operator;
import dev.latchkey.domain.access.OperatorToken;
import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.audit.AuditFilter;
import dev.latchkey.domain.audit.ChainLink;
import dev.latchkey.domain.id.AuditEventId;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.tenant.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What no contract can do: write behind the application's back. */
class MvTamperedTrailTest {

  private static final StoreOfTests STORE = StoreOfTests.shared();
  private static final Operator OPERATOR = new OperatorToken("the operator's token, for these tests alone").holder();

  @Test
  void whatSomebodyMadeUnreadableComesBackAsSuchAndTheRestAsItIs() {
    TenantId id = new TenantId(System.currentTimeMillis());
    Tenant tenant = Tenant.founded(id, new Name("Shop"), Instant.EPOCH);
    STORE.tenants().add(OPERATOR, tenant, List.of(), List.of(entry(id, 1), entry(id, 2), entry(id, 3)));

    tamper(id, 1, Map.of("action", "nonsense"));
    tamper(id, 3, List.of("odd"));

    assertThat(STORE.trail().following(OPERATOR.enter(tenant), 0, 10))
        .satisfiesExactly(
            first -> assertThat(first).isEqualTo(new ChainLink.Unreadable(1)),
            second -> assertThat(second).isInstanceOf(ChainLink.Whole.class),
            third -> assertThat(third).isEqualTo(new ChainLink.Unreadable(3)));
    assertThat(STORE.trail().list(OPERATOR.enter(tenant), AuditFilter.ALL, PageRequest.first(20)).items())
        .isEqualTo(STORE.trail().following(OPERATOR.enter(tenant), 0, 10).reversed());
  }

  private static AuditEntry entry(TenantId tenant, int number) {
    return new AuditEntry(
        new AuditEventId(tenant.value() + number),
        new Actor.Operator(),
        AuditAction.TENANT_CREATED,
        tenant,
        Instant.EPOCH,
        Optional.empty(),
        new TreeMap<>());
  }

  private static void tamper(TenantId tenant, long sequence, Object document) {
    STORE.store().write(change -> {
      change.put(StoreMap.AUDIT_EVENT, Key.of(tenant).then(sequence), document);
      return document;
    });
  }
}
