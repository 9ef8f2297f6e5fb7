package dev.latchkey.adapters.persistence;

import dev.latchkey.application.port.out.ForAuthenticatingTheTrail;
import dev.latchkey.application.port.out.ForFindingCredentials;
import dev.latchkey.application.port.out.ForLimitingRates;
import dev.latchkey.application.port.out.ForNotingRefusals;
import dev.latchkey.application.port.out.ForReadingTheTrail;
import dev.latchkey.application.port.out.ForRecordingResponses;
import dev.latchkey.application.port.out.ForRecordingUse;
import dev.latchkey.application.port.out.ForStoringCampaigns;
import dev.latchkey.application.port.out.ForStoringKeys;
import dev.latchkey.application.port.out.ForStoringLeads;
import dev.latchkey.application.port.out.ForStoringMembers;
import dev.latchkey.application.port.out.ForStoringPepperChecks;
import dev.latchkey.application.port.out.ForStoringTenants;
import dev.latchkey.contracts.support.StoreUnderTest;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.id.TenantId;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** This adapter on a file of its own in a temporary folder. */
record StoreOfTests(ApplicationContext context) implements StoreUnderTest {

  private static final class Shared {
    static final StoreOfTests STORE = started();
  }

  /** One for all tests: they make tenants of their own. */
  static StoreOfTests shared() {
    return Shared.STORE;
  }

  static StoreOfTests started() {
    return new StoreOfTests(
        ApplicationContext.run(
            Map.of(
                "datasources.default.url", "mvstore:" + folder().resolve("store.mv"),
                // By the wall clock all entries of the tests are past, and a slow run would lose them after a minute.
                "latchkey.jobs.pruning", "1d")));
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("latchkey-mvstore");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Store store() {
    return context.getBean(Store.class);
  }

  @Override
  public ForStoringTenants tenants() {
    return context.getBean(ForStoringTenants.class);
  }

  @Override
  public ForStoringKeys keys() {
    return context.getBean(ForStoringKeys.class);
  }

  @Override
  public ForStoringCampaigns campaigns() {
    return context.getBean(ForStoringCampaigns.class);
  }

  @Override
  public ForStoringLeads leads() {
    return context.getBean(ForStoringLeads.class);
  }

  @Override
  public ForStoringMembers members() {
    return context.getBean(ForStoringMembers.class);
  }

  @Override
  public ForFindingCredentials credentials() {
    return context.getBean(ForFindingCredentials.class);
  }

  @Override
  public ForRecordingUse uses() {
    return context.getBean(ForRecordingUse.class);
  }

  @Override
  public void settleUses() {
    context.getBean(MvUses.class).flush();
  }

  @Override
  public ForLimitingRates rates() {
    return context.getBean(ForLimitingRates.class);
  }

  @Override
  public ForNotingRefusals refusals() {
    return context.getBean(ForNotingRefusals.class);
  }

  @Override
  public void settleRefusals() {
    context.getBean(MvRefusals.class).write();
  }

  @Override
  public ForReadingTheTrail trail() {
    return context.getBean(ForReadingTheTrail.class);
  }

  @Override
  public ForRecordingResponses answers() {
    return context.getBean(ForRecordingResponses.class);
  }

  @Override
  public ForStoringPepperChecks pepperChecks() {
    return context.getBean(ForStoringPepperChecks.class);
  }

  @Override
  public ForAuthenticatingTheTrail macs() {
    return context.getBean(ForAuthenticatingTheTrail.class);
  }

  @Override
  public List<AuditEvent> auditOf(TenantId tenant) {
    return store().read(
        view -> view.under(StoreMap.AUDIT_EVENT, Key.of(tenant))
            .map(entry -> entry.as(EventDocument.class).toEvent(tenant, entry.number()))
            .toList());
  }
}
