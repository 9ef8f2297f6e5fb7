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
import io.micronaut.context.ApplicationContext;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** This adapter on one database, and a way round it to look at what lies there. */
record JdbcStore(ApplicationContext context, String url, String username, String password)
    implements
      StoreUnderTest,
      AutoCloseable {

  static JdbcStore on(String url, String username, String password) {
    return new JdbcStore(
        ApplicationContext.run(
            Map.of(
                "datasources.default.url", url,
                "datasources.default.username", username,
                "datasources.default.password", password,
                "flyway.datasources.default.enabled", true,
                // By the wall clock all rows of the tests are past, and a slow run would lose them after a minute.
                "latchkey.jobs.pruning", "1d")),
        url,
        username,
        password);
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
    context.getBean(JdbcUses.class).flush();
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
    context.getBean(JdbcRefusals.class).write();
  }

  @Override
  public ForReadingTheTrail trail() {
    return context.getBean(ForReadingTheTrail.class);
  }

  @Override
  public ForStoringResponses answers() {
    return context.getBean(ForStoringResponses.class);
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
    return context
        .getBean(AuditEventRepository.class)
        .findByTenantIdOrderByPosition(tenant.value())
        .stream()
        .map(AuditEventRow::toEvent)
        .toList();
  }

  /** A connection of its own, which knows nothing of the adapter. */
  Connection connect() throws SQLException {
    return DriverManager.getConnection(url, username, password);
  }

  /** All rows that a statement finds, each column as text. */
  List<List<String>> rows(String sql, Object... parameters) throws SQLException {
    try (Connection connection = connect(); PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      List<List<String>> rows = new ArrayList<>();
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          List<String> row = new ArrayList<>();
          for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
            row.add(found.getString(i));
          }
          rows.add(row);
        }
      }
      return rows;
    }
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = connect(); Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
