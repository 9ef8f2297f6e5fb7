package dev.latchkey.adapters.persistence;

import dev.latchkey.application.port.out.ForAuthenticatingTheTrail;
import dev.latchkey.application.port.out.ForFindingCredentials;
import dev.latchkey.application.port.out.ForLimitingRates;
import dev.latchkey.application.port.out.ForNotingRefusals;
import dev.latchkey.application.port.out.ForReadingTheTrail;
import dev.latchkey.application.port.out.ForRecordingUse;
import dev.latchkey.application.port.out.ForStoringCampaigns;
import dev.latchkey.application.port.out.ForStoringKeys;
import dev.latchkey.application.port.out.ForStoringLeads;
import dev.latchkey.application.port.out.ForStoringMembers;
import dev.latchkey.application.port.out.ForStoringPepperChecks;
import dev.latchkey.application.port.out.ForStoringResponses;
import dev.latchkey.application.port.out.ForStoringTenants;
import dev.latchkey.contracts.StoreUnderTest;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.id.TenantId;
import java.util.List;

/** A store whose credentials are read anew each time. */
record WithoutMemory(JdbcStore store) implements StoreUnderTest {

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
    return store.context().getBean(JdbcCredentials.class);
  }

  @Override
  public ForRecordingUse uses() {
    return store.uses();
  }

  @Override
  public void settleUses() {
    store.settleUses();
  }

  @Override
  public ForLimitingRates rates() {
    return store.rates();
  }

  @Override
  public ForNotingRefusals refusals() {
    return store.refusals();
  }

  @Override
  public void settleRefusals() {
    store.settleRefusals();
  }

  @Override
  public ForReadingTheTrail trail() {
    return store.trail();
  }

  @Override
  public ForStoringResponses answers() {
    return store.answers();
  }

  @Override
  public ForStoringPepperChecks pepperChecks() {
    return store.pepperChecks();
  }

  @Override
  public ForAuthenticatingTheTrail macs() {
    return store.macs();
  }

  @Override
  public List<AuditEvent> auditOf(TenantId tenant) {
    return store.auditOf(tenant);
  }
}
