package dev.latchkey.contracts;

import dev.latchkey.application.fixtures.InMemoryStore;
import dev.latchkey.application.fixtures.InMemoryStore.StoredEvent;
import dev.latchkey.application.fixtures.RatesByTheClock;
import dev.latchkey.application.fixtures.SettableClock;
import dev.latchkey.application.port.out.ForAuthenticatingTheTrail;
import dev.latchkey.application.port.out.ForFindingCredentials;
import dev.latchkey.application.port.out.ForLimitingRates;
import dev.latchkey.application.port.out.ForNotingRefusals;
import dev.latchkey.application.port.out.ForPreparingTheStore;
import dev.latchkey.application.port.out.ForReadingTheTrail;
import dev.latchkey.application.port.out.ForRecordingResponses;
import dev.latchkey.application.port.out.ForRecordingUse;
import dev.latchkey.application.port.out.ForStoringCampaigns;
import dev.latchkey.application.port.out.ForStoringKeys;
import dev.latchkey.application.port.out.ForStoringLeads;
import dev.latchkey.application.port.out.ForStoringMembers;
import dev.latchkey.application.port.out.ForStoringPepperChecks;
import dev.latchkey.application.port.out.ForStoringTenants;
import dev.latchkey.contracts.audit.AuditContract;
import dev.latchkey.contracts.audit.ForReadingTheTrailContract;
import dev.latchkey.contracts.campaign.ForStoringCampaignsContract;
import dev.latchkey.contracts.failure.UnreachableStoreContract;
import dev.latchkey.contracts.idempotency.ForRecordingResponsesContract;
import dev.latchkey.contracts.key.ForFindingCredentialsContract;
import dev.latchkey.contracts.key.ForRecordingUseContract;
import dev.latchkey.contracts.key.ForStoringKeysContract;
import dev.latchkey.contracts.key.ForStoringPepperChecksContract;
import dev.latchkey.contracts.lead.ForStoringLeadsContract;
import dev.latchkey.contracts.member.ForStoringMembersContract;
import dev.latchkey.contracts.refusal.ForNotingRefusalsContract;
import dev.latchkey.contracts.store.ForPreparingTheStoreContract;
import dev.latchkey.contracts.support.Moments;
import dev.latchkey.contracts.support.StoreContract;
import dev.latchkey.contracts.support.StoreUnderTest;
import dev.latchkey.contracts.support.Tampering;
import dev.latchkey.contracts.tenant.ForStoringTenantsContract;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.ChainHead;
import dev.latchkey.domain.id.TenantId;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;

/** The store in memory keeps every contract of a store. */
class StoreInMemoryTest {

  private static final StoreUnderTest STORE = InMemory.on(new InMemoryStore());

  private record InMemory(InMemoryStore store, ForLimitingRates rates) implements StoreUnderTest {

    static InMemory on(InMemoryStore store) {
      return new InMemory(store, new RatesByTheClock(store, new SettableClock(Moments.NOW)));
    }

    @Override
    public ForStoringTenants tenants() {
      return store.tenants();
    }

    @Override
    public ForStoringKeys keys() {
      return store.keys();
    }

    @Override
    public ForStoringCampaigns campaigns() {
      return store.campaigns();
    }

    @Override
    public ForStoringLeads leads() {
      return store.leads();
    }

    @Override
    public ForStoringMembers members() {
      return store.members();
    }

    @Override
    public ForFindingCredentials credentials() {
      return store.credentials();
    }

    @Override
    public ForRecordingUse uses() {
      return store.uses();
    }

    @Override
    public void settleUses() {
      // They are written down as they are recorded.
    }

    @Override
    public ForNotingRefusals refusals() {
      return store.refusals();
    }

    @Override
    public void settleRefusals() {
      // They are written down as they are noted.
    }

    @Override
    public ForReadingTheTrail trail() {
      return store.trail();
    }

    @Override
    public ForRecordingResponses answers() {
      return store.answers();
    }

    @Override
    public ForStoringPepperChecks pepperChecks() {
      return store.pepperChecks();
    }

    @Override
    public ForPreparingTheStore preparation() {
      return store.preparation();
    }

    @Override
    public ForAuthenticatingTheTrail macs() {
      return store.macs();
    }

    @Override
    public List<AuditEvent> auditOf(TenantId tenant) {
      return store.auditOf(tenant);
    }

    @Override
    public void tamper(TenantId tenant, Tampering tampering) {
      switch (tampering) {
        case Tampering.Delete(long sequence) -> store.tamper(tenant, without(sequence));
        case Tampering.Change(long sequence, AuditAction action) ->
          store.tamper(tenant, each(sequence, stored -> changed(stored, action)));
        case Tampering.MakeUnreadable(long sequence) ->
          store.tamper(tenant, each(sequence, stored -> new StoredEvent(stored.event(), stored.mac(), false)));
        case Tampering.Swap(long one, long other) -> {
          store.tamper(tenant, each(one, stored -> moved(stored, -one)));
          store.tamper(tenant, each(other, stored -> moved(stored, one)));
          store.tamper(tenant, each(-one, stored -> moved(stored, other)));
        }
        case Tampering.ResetHead(ChainHead head) -> store.tamperHead(tenant, head);
      }
    }

    private static UnaryOperator<List<StoredEvent>> without(long sequence) {
      return events -> events.stream().filter(stored -> stored.sequence() != sequence).toList();
    }

    private static UnaryOperator<List<StoredEvent>> each(long sequence, UnaryOperator<StoredEvent> change) {
      return events -> events.stream()
          .map(stored -> stored.sequence() == sequence ? change.apply(stored) : stored)
          .sorted(Comparator.comparingLong(StoredEvent::sequence))
          .toList();
    }

    private static StoredEvent changed(StoredEvent stored, AuditAction action) {
      AuditEvent event = stored.event();
      AuditEntry entry = event.entry();
      AuditEntry changed = new AuditEntry(
          entry.id(), entry.actor(), action, entry.subject(), entry.at(), entry.address(), entry.details());
      return new StoredEvent(
          new AuditEvent(event.tenant(), event.sequence(), changed, event.previousHash(), event.hash()),
          stored.mac(), stored.isReadable());
    }

    private static StoredEvent moved(StoredEvent stored, long sequence) {
      AuditEvent event = stored.event();
      return new StoredEvent(
          new AuditEvent(event.tenant(), sequence, event.entry(), event.previousHash(), event.hash()),
          stored.mac(), stored.isReadable());
    }
  }

  private interface OnTheSharedStore extends StoreContract {

    @Override
    default StoreUnderTest store() {
      return STORE;
    }
  }

  @Nested
  class InMemoryTenantsTest implements ForStoringTenantsContract, OnTheSharedStore {}

  @Nested
  class InMemoryKeysTest implements ForStoringKeysContract, OnTheSharedStore {}

  @Nested
  class InMemoryCampaignsTest implements ForStoringCampaignsContract, OnTheSharedStore {}

  @Nested
  class InMemoryLeadsTest implements ForStoringLeadsContract, OnTheSharedStore {}

  @Nested
  class InMemoryMembersTest implements ForStoringMembersContract, OnTheSharedStore {}

  @Nested
  class InMemoryCredentialsTest implements ForFindingCredentialsContract, OnTheSharedStore {}

  @Nested
  class InMemoryUsesTest implements ForRecordingUseContract, OnTheSharedStore {}

  @Nested
  class InMemoryAuditTest implements AuditContract, OnTheSharedStore {}

  @Nested
  class InMemoryTrailTest implements ForReadingTheTrailContract, OnTheSharedStore {}

  @Nested
  class InMemoryPepperChecksTest implements ForStoringPepperChecksContract, OnTheSharedStore {}

  @Nested
  class InMemoryPreparationTest implements ForPreparingTheStoreContract, OnTheSharedStore {}

  @Nested
  class InMemoryResponsesTest implements ForRecordingResponsesContract, OnTheSharedStore {}

  @Nested
  class InMemoryRefusalsTest implements ForNotingRefusalsContract, OnTheSharedStore {}

  @Nested
  class InMemoryCutOffTest implements UnreachableStoreContract {

    @Override
    public StoreUnderTest unreachable() {
      InMemoryStore store = new InMemoryStore();
      store.cutOff();
      return InMemory.on(store);
    }
  }
}
