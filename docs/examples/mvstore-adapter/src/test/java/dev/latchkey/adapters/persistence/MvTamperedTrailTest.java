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
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Entries of the maps that cannot be read, in more ways than the contract alters an event. */
class MvTamperedTrailTest {

  private static final StoreOfTests STORE = StoreOfTests.shared();
  private static final Operator OPERATOR = new OperatorToken("the operator's token, for these tests alone").holder();
  private static final int IDS_OF_ONE_TENANT = 10;

  private static final AtomicLong IDS = new AtomicLong(System.currentTimeMillis());

  @Test
  void entryThatIsNoEventComesBackAsUnreadable() {
    Tenant tenant = withThreeEvents();

    change(tenant, (change, position) -> {
      change.view().the(StoreMap.AUDIT_EVENT).put(position.then(1).text(), "no JSON");
      change.put(StoreMap.AUDIT_EVENT, position.then(3), List.of("JSON of another form"));
    });

    List<ChainLink> links = STORE.trail().following(OPERATOR.enter(tenant), 0, 10);
    assertThat(links).satisfiesExactly(
        first -> assertThat(first).isEqualTo(new ChainLink.Unreadable(1)),
        second -> assertThat(second).isInstanceOf(ChainLink.Whole.class),
        third -> assertThat(third).isEqualTo(new ChainLink.Unreadable(3)));
    assertThat(listed(tenant)).isEqualTo(links.reversed());
  }

  @Test
  void eventThatIsDeletedFromOneMapOnlyIsListedAsUnreadable() {
    Tenant tenant = withThreeEvents();

    change(tenant, (change, position) -> change.remove(StoreMap.AUDIT_EVENT, position.then(2)));

    assertThat(STORE.trail().following(OPERATOR.enter(tenant), 0, 10)).hasSize(2);
    assertThat(listed(tenant)).hasSize(3).element(1).isEqualTo(new ChainLink.Unreadable(2));
  }

  private static Tenant withThreeEvents() {
    TenantId id = new TenantId(IDS.addAndGet(IDS_OF_ONE_TENANT));
    Tenant tenant = Tenant.founded(id, new Name("Shop"), Instant.EPOCH);
    STORE.tenants().add(OPERATOR, tenant, List.of(), List.of(entry(id, 1), entry(id, 2), entry(id, 3)));
    return tenant;
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

  private static List<ChainLink> listed(Tenant tenant) {
    return STORE.trail().list(OPERATOR.enter(tenant), AuditFilter.ALL, PageRequest.first(20)).items();
  }

  /** Changes the maps. The positions of the tenant's events are below the given key. */
  private static void change(Tenant tenant, BiConsumer<Change, Key> work) {
    STORE.store().write(change -> {
      work.accept(change, Key.of(tenant.id()));
      return tenant;
    });
  }
}
