package dev.latchkey.adapters.persistence;

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
import dev.latchkey.contracts.support.StoreUnderTest;
import dev.latchkey.contracts.support.Tampering;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.ChainHead;
import dev.latchkey.domain.id.TenantId;
import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** This adapter on the PostgreSQL that {@code LATCHKEY_TEST_POSTGRESQL_URL} names. */
record Postgres(ApplicationContext context) implements StoreUnderTest {

  private static final class Shared {
    static final Postgres STORE = started();
  }

  /** One for all tests: they make tenants of their own. */
  static Postgres shared() {
    return Shared.STORE;
  }

  static Postgres started() {
    return new Postgres(
        ApplicationContext.run(
            Map.of(
                "datasources.default.url", setting("URL"),
                "datasources.default.username", setting("USERNAME"),
                "datasources.default.password", setting("PASSWORD"),
                "flyway.datasources.default.enabled", true,
                // By the wall clock all rows of the tests are past, and a slow run would lose them after a minute.
                "latchkey.jobs.pruning", "1d")));
  }

  private static String setting(String name) {
    return Optional.ofNullable(System.getenv("LATCHKEY_TEST_POSTGRESQL_" + name))
        .orElseThrow(
            () -> new IllegalStateException(
                "No PostgreSQL to test with: .ci/postgresql start; eval \"$(.ci/postgresql env)\""));
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
    context.getBean(PostgresUses.class).flush();
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
    context.getBean(PostgresRefusals.class).write();
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
  public ForPreparingTheStore preparation() {
    return context.getBean(ForPreparingTheStore.class);
  }

  @Override
  public ForAuthenticatingTheTrail macs() {
    return context.getBean(ForAuthenticatingTheTrail.class);
  }

  @Override
  public List<AuditEvent> auditOf(TenantId tenant) {
    return context
        .getBean(Database.class)
        .run(
            sql -> sql.all(
                "SELECT * FROM audit_event WHERE tenant_id = ? ORDER BY sequence", PostgresTrail::event, tenant));
  }

  @Override
  public void tamper(TenantId tenant, Tampering tampering) {
    switch (tampering) {
      case Tampering.Delete(long sequence) ->
        change("DELETE FROM audit_event WHERE tenant_id = ? AND sequence = ?", tenant, sequence);
      case Tampering.Change(long sequence, AuditAction action) -> change(
          "UPDATE audit_event SET action = ? WHERE tenant_id = ? AND sequence = ?", action.label(), tenant, sequence);
      case Tampering.MakeUnreadable(long sequence) ->
        change("UPDATE audit_event SET action = 'none' WHERE tenant_id = ? AND sequence = ?", tenant, sequence);
      case Tampering.Swap(long one, long other) -> {
        move(tenant, one, -one);
        move(tenant, other, one);
        move(tenant, -one, other);
      }
      case Tampering.ResetHead(ChainHead head) -> change(
          "UPDATE audit_head SET sequence = ?, hash = ? WHERE tenant_id = ?", head.sequence(), head.hash(), tenant);
    }
  }

  private void move(TenantId tenant, long from, long to) {
    change("UPDATE audit_event SET sequence = ? WHERE tenant_id = ? AND sequence = ?", to, tenant, from);
  }

  private void change(String statement, Object... values) {
    int rows = context.getBean(Database.class).run(sql -> sql.change(statement, values));
    if (rows != 1) {
      throw new IllegalStateException("This does not change exactly one row: " + statement);
    }
  }
}
