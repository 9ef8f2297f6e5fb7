package dev.latchkey.contracts;

import dev.latchkey.application.fixtures.InMemoryStore;
import dev.latchkey.application.port.out.ForFindingCredentials;
import dev.latchkey.application.port.out.ForNotingRefusals;
import dev.latchkey.application.port.out.ForReadingTheTrail;
import dev.latchkey.application.port.out.ForRememberingAnswers;
import dev.latchkey.application.port.out.ForStoringCampaigns;
import dev.latchkey.application.port.out.ForStoringKeys;
import dev.latchkey.application.port.out.ForStoringLeads;
import dev.latchkey.application.port.out.ForStoringMembers;
import dev.latchkey.application.port.out.ForStoringTenants;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.id.TenantId;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** The store in memory keeps every contract of a store. */
class StoreInMemoryTest {

  private static final StoreUnderTest STORE = new InMemory(new InMemoryStore());

  private record InMemory(InMemoryStore store) implements StoreUnderTest {

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
    public ForReadingTheTrail trail() {
      return store.trail();
    }

    @Override
    public ForRememberingAnswers answers() {
      return store.answers();
    }

    @Override
    public List<AuditEvent> auditOf(TenantId tenant) {
      return store.auditOf(tenant);
    }
  }

  private interface OnTheSharedStore extends StoreContract {

    @Override
    default StoreUnderTest store() {
      return STORE;
    }
  }

  @Nested
  class Tenants implements ForStoringTenantsContract, OnTheSharedStore {}

  @Nested
  class Keys implements ForStoringKeysContract, OnTheSharedStore {}

  @Nested
  class Campaigns implements ForStoringCampaignsContract, OnTheSharedStore {}

  @Nested
  class Leads implements ForStoringLeadsContract, OnTheSharedStore {}

  @Nested
  class Members implements ForStoringMembersContract, OnTheSharedStore {}

  @Nested
  class CredentialsToFind implements ForFindingCredentialsContract, OnTheSharedStore {}

  @Nested
  class AuditTrail implements AuditContract, OnTheSharedStore {}

  @Nested
  class TrailToRead implements ForReadingTheTrailContract, OnTheSharedStore {}

  @Nested
  class Answers implements ForRememberingAnswersContract, OnTheSharedStore {}

  @Nested
  class Refusals implements ForNotingRefusalsContract, OnTheSharedStore {

    @Override
    public ForNotingRefusals refusals() {
      return ((InMemory) STORE).store().refusals();
    }

    @Override
    public void settle() {
      // Notes are written down at once here.
    }
  }

  @Nested
  class CutOff implements UnreachableStoreContract {

    @Override
    public StoreUnderTest unreachable() {
      InMemoryStore store = new InMemoryStore();
      store.cutOff();
      return new InMemory(store);
    }
  }
}
