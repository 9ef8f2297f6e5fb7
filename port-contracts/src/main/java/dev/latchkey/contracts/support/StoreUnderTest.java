package dev.latchkey.contracts.support;

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
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.id.TenantId;
import java.util.List;

/**
 * A store with all the ports that it implements. It need not be empty: every test creates tenants of its own. Tests use
 * its ports from up to eight threads at once.
 */
public interface StoreUnderTest {

  ForStoringTenants tenants();

  ForStoringKeys keys();

  ForStoringCampaigns campaigns();

  ForStoringLeads leads();

  ForStoringMembers members();

  ForFindingCredentials credentials();

  ForRecordingUse uses();

  /** Writes all recorded uses, which would otherwise take up to a minute. */
  void settleUses();

  ForLimitingRates rates();

  ForNotingRefusals refusals();

  /** Writes all noted refusals, which would otherwise take about a second. */
  void settleRefusals();

  ForReadingTheTrail trail();

  ForRecordingResponses answers();

  ForStoringPepperChecks pepperChecks();

  ForPreparingTheStore preparation();

  /** Creates the MACs of the store's audit trail. */
  ForAuthenticatingTheTrail macs();

  /** Returns the tenant's audit events in the order of their chain, read without the ports. */
  List<AuditEvent> auditOf(TenantId tenant);

  /**
   * Alters the tenant's stored audit trail without the ports.
   *
   * @throws IllegalStateException if what is to be altered is not stored
   */
  void tamper(TenantId tenant, Tampering tampering);
}
