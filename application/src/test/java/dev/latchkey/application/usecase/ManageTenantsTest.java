package dev.latchkey.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.application.port.in.ForManagingKeys.Issuing.Issued;
import dev.latchkey.application.port.in.ForManagingTenants.OwnerLogin;
import dev.latchkey.application.port.out.ForStoringTenants;
import dev.latchkey.application.port.out.Written;
import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.Caller;
import dev.latchkey.domain.access.Operator;
import dev.latchkey.domain.access.Refusal;
import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.Role;
import dev.latchkey.domain.tenant.Tenant;
import dev.latchkey.domain.tenant.TenantFilter;
import dev.latchkey.domain.tenant.TenantStatus;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ManageTenantsTest {

  private final Shop shop = new Shop();

  @Test
  void aFoundedTenantIsActiveAndItIsWrittenDown() {
    Tenant tenant = shop.tenants.create(shop.operator, new Name("Other"), Optional.empty());

    assertThat(shop.tenants.find(shop.operator, tenant.id())).contains(tenant);
    assertThat(tenant.standing()).isEqualTo(TenantStatus.ACTIVE);
    assertThat(tenant.createdAt()).isEqualTo(Shop.OPENING);
    assertThat(entries(tenant)).singleElement().satisfies(entry -> {
      assertThat(entry.action()).isEqualTo(AuditAction.TENANT_CREATED);
      assertThat(entry.subject()).isEqualTo(tenant.id());
      assertThat(entry.actor()).isEqualTo(new Actor.Operator());
      assertThat(entry.address()).isEqualTo(Shop.OFFICE);
      assertThat(entry.details()).containsEntry("name", "Other");
    });
  }

  @Test
  void anOwnerIsAddedWhereALoginIsGivenAndThePasswordIsWrittenDownNowhere() {
    Member owner = shop.store.members().find(shop.tenant.id(), Shop.EMAIL).orElseThrow();

    assertThat(owner.role()).isEqualTo(Role.OWNER);
    assertThat(owner.password().encoded()).doesNotContain(Shop.PASSWORD.reveal());
    assertThat(entries(shop.tenant)).extracting(AuditEntry::action)
        .containsExactly(AuditAction.TENANT_CREATED, AuditAction.MEMBER_ADDED);
    AuditEntry added = entries(shop.tenant).getLast();
    assertThat(added.subject()).isEqualTo(owner.id());
    assertThat(added.notes()).containsEntry("email", "ada@shop.example").containsEntry("role", "OWNER").hasSize(2);
    assertThat(new OwnerLogin(Shop.EMAIL, Shop.CHOSEN).toString()).doesNotContain(Shop.PASSWORD.reveal());
  }

  @Test
  void tenantsAreListedNewestFirst() {
    Tenant newer = shop.tenants.create(shop.operator, new Name("Other"), Optional.empty());

    assertThat(shop.tenants.list(shop.operator, TenantFilter.ALL, PageRequest.first(20)).items()).containsExactly(newer,
        shop.tenant);
  }

  @Test
  void theKeysOfASuspendedTenantAreRefusedInTheNextCheckAndThoseOfAReactivatedOneAreNot() {
    Issued issued = shop.issue("Till");

    change(FieldUpdate.keep(), FieldUpdate.to(TenantStatus.SUSPENDED), Optional.of("unpaid"));
    assertThat(shop.use(issued.plain())).isEqualTo(new Refusal.TenantSuspended());

    change(FieldUpdate.keep(), FieldUpdate.to(TenantStatus.ACTIVE), Optional.empty());
    assertThat(shop.use(issued.plain())).isInstanceOf(Caller.class);
  }

  @Test
  void suspendingAndReactivatingAreWrittenDownWithTheReason() {
    change(FieldUpdate.keep(), FieldUpdate.to(TenantStatus.SUSPENDED), Optional.of("unpaid"));
    change(FieldUpdate.keep(), FieldUpdate.to(TenantStatus.ACTIVE), Optional.empty());

    assertThat(shop.newEntries()).extracting(AuditEntry::action)
        .containsExactly(AuditAction.TENANT_SUSPENDED, AuditAction.TENANT_REACTIVATED);
    assertThat(shop.newEntries().getFirst().details())
        .containsEntry("reason", "unpaid")
        .containsEntry("status", "SUSPENDED");
    assertThat(shop.newEntries().getLast().details()).doesNotContainKey("reason").containsEntry("status", "ACTIVE");
  }

  @Test
  void aTenantIsRenamedAndItIsWrittenDown() {
    Tenant renamed = change(FieldUpdate.to(new Name("New")), FieldUpdate.keep(), Optional.empty()).orElseThrow();

    assertThat(renamed.name()).isEqualTo(new Name("New"));
    assertThat(renamed.version()).isEqualTo(2);
    assertThat(shop.tenants.find(shop.operator, shop.tenant.id())).contains(renamed);
    assertThat(shop.newEntries()).extracting(AuditEntry::action).containsExactly(AuditAction.TENANT_RENAMED);
  }

  @Test
  void aChangeThatChangesNothingLeavesNoTrace() {
    List<AuditEntry> before = shop.newEntries();

    assertThat(shop.tenants.change(
        shop.operator, shop.tenant.id(), FieldUpdate.to(shop.tenant.name()), FieldUpdate.to(TenantStatus.ACTIVE),
        Optional.of("again")))
        .contains(shop.tenant);
    assertThat(shop.newEntries()).isEqualTo(before);
  }

  @Test
  void aTenantThatIsNotThereIsNotChanged() {
    TenantId unknown = new TenantId(shop.ids.next());

    assertThat(shop.tenants.find(shop.operator, unknown)).isEmpty();
    assertThat(shop.tenants.change(shop.operator, unknown, FieldUpdate.to(new Name("New")), FieldUpdate.keep(),
        Optional.empty()))
        .isEmpty();
    assertThat(shop.store.auditOf(unknown)).isEmpty();
  }

  @Test
  void aChangeThatLosesARaceIsMadeAgainFromWhatTheWinnerLeft() {
    ManageTenants slow = new ManageTenants(
        new RenamedMeanwhile(shop.store.tenants(), new AtomicInteger(1)), shop.passwords, shop.ids, shop.clock);

    Tenant changed = slow
        .change(shop.operator, shop.tenant.id(), FieldUpdate.keep(), FieldUpdate.to(TenantStatus.SUSPENDED),
            Optional.empty())
        .orElseThrow();

    assertThat(changed.name()).isEqualTo(new Name("Meanwhile 0"));
    assertThat(changed.standing()).isEqualTo(TenantStatus.SUSPENDED);
    assertThat(shop.newEntries()).extracting(AuditEntry::action)
        .containsExactly(AuditAction.TENANT_RENAMED, AuditAction.TENANT_SUSPENDED);
  }

  @Test
  void aChangeThatLosesAHundredRacesIsGivenUpAndOneThatLosesFewerIsMade() {
    assertThat(suspended(OptimisticRetry.ATTEMPTS - 1).orElseThrow().standing()).isEqualTo(TenantStatus.SUSPENDED);
    change(FieldUpdate.keep(), FieldUpdate.to(TenantStatus.ACTIVE), Optional.empty());

    assertThatThrownBy(() -> suspended(OptimisticRetry.ATTEMPTS)).isInstanceOf(StoreUnavailable.class);
    assertThat(shop.tenants.find(shop.operator, shop.tenant.id()).orElseThrow().standing())
        .isEqualTo(TenantStatus.ACTIVE);
  }

  private Optional<Tenant> suspended(int racesLost) {
    ManageTenants slow = new ManageTenants(
        new RenamedMeanwhile(shop.store.tenants(), new AtomicInteger(racesLost)),
        shop.passwords,
        shop.ids,
        shop.clock);
    return slow.change(shop.operator, shop.tenant.id(), FieldUpdate.keep(), FieldUpdate.to(TenantStatus.SUSPENDED),
        Optional.empty());
  }

  /** A store in which somebody else renames the tenant between a look at it and the change made from that. */
  private final class RenamedMeanwhile implements ForStoringTenants {

    private final ForStoringTenants store;
    private final AtomicInteger times;

    RenamedMeanwhile(ForStoringTenants store, AtomicInteger times) {
      this.store = store;
      this.times = times;
    }

    @Override
    public void add(Operator operator, Tenant tenant, List<Member> members, List<AuditEntry> entries) {
      store.add(operator, tenant, members, entries);
    }

    @Override
    public Optional<Tenant> find(Operator operator, TenantId id) {
      Optional<Tenant> found = store.find(operator, id);
      if (times.getAndDecrement() > 0) {
        change(FieldUpdate.to(new Name("Meanwhile " + times)), FieldUpdate.keep(), Optional.empty());
      }
      return found;
    }

    @Override
    public Page<Tenant> list(Operator operator, TenantFilter filter, PageRequest request) {
      return store.list(operator, filter, request);
    }

    @Override
    public Written replace(Operator operator, Tenant changed, AuditEntry entry) {
      return store.replace(operator, changed, entry);
    }
  }

  private Optional<Tenant> change(FieldUpdate<Name> name, FieldUpdate<TenantStatus> standing, Optional<String> reason) {
    return shop.tenants.change(shop.operator, shop.tenant.id(), name, standing, reason);
  }

  private List<AuditEntry> entries(Tenant tenant) {
    return shop.store.auditOf(tenant.id()).stream().map(AuditEvent::entry).toList();
  }
}
