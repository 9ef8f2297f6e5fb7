package dev.latchkey.adapters.persistence.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapters.persistence.fixtures.JdbcStore;
import dev.latchkey.adapters.persistence.fixtures.Shop;
import dev.latchkey.application.usecase.ReadAudit;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.AuditFilter;
import dev.latchkey.domain.audit.ChainFinding;
import dev.latchkey.domain.audit.ChainFinding.Break;
import dev.latchkey.domain.audit.ChainHead;
import dev.latchkey.domain.audit.ChainLink;
import dev.latchkey.domain.audit.MacReport;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever changes rows of the trail by SQL is found out, and the first row that does not hold is named. */
interface TamperedTrailContract {

  JdbcStore store();

  @Test
  default void unchangedTrailIsIntact() {
    Shop shop = withFiveEvents();
    AuditEvent last = store().auditOf(shop.tenant().id()).getLast();

    assertThat(verify(shop)).isEqualTo(new ChainFinding.Intact(
        new ChainHead(5, last.hash()), new MacReport(5, new TreeMap<>(), Optional.empty(), Optional.empty())));
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "actor = 'key 666'",
      "action = 'api_key.deleted'",
      "subject = 'key 666'",
      "subject = 'campaign 666'",
      "happened_at = happened_at + 1",
      "address = '192.0.2.7'",
      "details = '{\"details\":{\"name\":\"Gate\"}}'",
      "details = '{\"details\":{}}'",
      "hash = REPEAT('0', 64)",
      "previous_hash = REPEAT('0', 64)",
      "id = id + 1000000000"})
  default void aChangedColumnIsNamed(String change) throws SQLException {
    Shop shop = withFiveEvents();

    tamper(shop, "UPDATE audit_event SET " + change + " WHERE tenant_id = ? AND position = 3");

    assertThat(verify(shop)).isEqualTo(new ChainFinding.Broken(3, Break.CHANGED));
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "actor = 'nobody at all'",
      "actor = 'key '",
      "actor = 'key -1'",
      "actor = ''",
      "action = 'api_key.borrowed'",
      "subject = 'key'",
      "subject = ''",
      "subject = 'ghost 1'",
      "subject = 'key one'",
      "happened_at = 9223372036854775807",
      "happened_at = -9223372036854775807",
      "address = 'elsewhere'",
      "address = ''",
      "details = ''",
      "details = 'null'",
      "details = '{}'",
      "details = '[1]'",
      "details = '{\"details\":null}'",
      "details = '{\"details\":{\"name\":null}}'",
      "details = '{\"details\":{\"name\":{}}}'",
      "details = '{\"details\":'",
      "hash = ''",
      "previous_hash = 'none'",
      "id = -666 - id"})
  default void aColumnThatWasMadeUnreadableIsNamed(String change) throws SQLException {
    Shop shop = withFiveEvents();

    tamper(shop, "UPDATE audit_event SET " + change + " WHERE tenant_id = ? AND position = 3");

    assertThat(verify(shop)).isEqualTo(new ChainFinding.Broken(3, Break.CHANGED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"actor = 'nobody at all'", "details = '{'", "id = -id"})
  default void theListShowsAnUnreadableEventAsSuchAndAllTheOthers(String change) throws SQLException {
    Shop shop = withFiveEvents();

    tamper(shop, "UPDATE audit_event SET " + change + " WHERE tenant_id = ? AND position = 3");

    List<ChainLink> links = new ReadAudit(store().trail(), store().macs())
        .list(shop.scope(), AuditFilter.ALL, PageRequest.first(20)).items();
    assertThat(links).hasSize(5).contains(new ChainLink.Unreadable(3));
    assertThat(links).filteredOn(ChainLink.Whole.class::isInstance).hasSize(4);
  }

  @Test
  default void aRemovedEventIsNamed() throws SQLException {
    Shop shop = withFiveEvents();

    tamper(shop, "DELETE FROM audit_event WHERE tenant_id = ? AND position = 2");

    assertThat(verify(shop)).isEqualTo(new ChainFinding.Broken(2, Break.MISSING));
  }

  @Test
  default void anEventThatWasHandedToAnotherTenantIsNamed() throws SQLException {
    Shop shop = withFiveEvents();

    tamper(shop, "UPDATE audit_event SET tenant_id = -tenant_id WHERE tenant_id = ? AND position = 2");

    assertThat(verify(shop)).isEqualTo(new ChainFinding.Broken(2, Break.MISSING));
  }

  @Test
  default void eventsThatChangedPlacesAreNamed() throws SQLException {
    Shop shop = withFiveEvents();

    tamper(shop, "UPDATE audit_event SET position = -3 WHERE tenant_id = ? AND position = 3");
    tamper(shop, "UPDATE audit_event SET position = 3 WHERE tenant_id = ? AND position = 2");
    tamper(shop, "UPDATE audit_event SET position = 2 WHERE tenant_id = ? AND position = -3");

    assertThat(verify(shop)).isEqualTo(new ChainFinding.Broken(2, Break.CHANGED));
  }

  @Test
  default void aRemovedEventIsNamedThoughTheLaterOnesWereMovedUp() throws SQLException {
    Shop shop = withFiveEvents();

    tamper(shop, "DELETE FROM audit_event WHERE tenant_id = ? AND position = 2");
    for (int position = 3; position <= 5; position++) {
      tamper(shop, "UPDATE audit_event SET position = position - 1 WHERE tenant_id = ? AND position = " + position);
    }

    assertThat(verify(shop)).isEqualTo(new ChainFinding.Broken(2, Break.CHANGED));
  }

  @Test
  default void aTrailWithoutItsLastEventIsNamed() throws SQLException {
    Shop shop = withFiveEvents();

    tamper(shop, "DELETE FROM audit_event WHERE tenant_id = ? AND position = 5");

    assertThat(verify(shop)).isEqualTo(new ChainFinding.Broken(5, Break.CUT_OFF));
  }

  @Test
  default void aTrailWithoutAnyEventIsNamed() throws SQLException {
    Shop shop = withFiveEvents();

    tamper(shop, "DELETE FROM audit_event WHERE tenant_id = ?");

    assertThat(verify(shop)).isEqualTo(new ChainFinding.Broken(1, Break.CUT_OFF));
  }

  @Test
  default void aChangedHeadIsNamed() throws SQLException {
    Shop shop = withFiveEvents();

    tamper(shop, "UPDATE audit_head SET hash = REPEAT('0', 64) WHERE tenant_id = ?");

    assertThat(verify(shop)).isEqualTo(new ChainFinding.Broken(6, Break.CUT_OFF));
  }

  @Test
  default void aHeadThatIsFartherThanTheEventsIsNamed() throws SQLException {
    Shop shop = withFiveEvents();

    tamper(shop, "UPDATE audit_head SET position = 6 WHERE tenant_id = ?");

    assertThat(verify(shop)).isEqualTo(new ChainFinding.Broken(6, Break.CUT_OFF));
  }

  @Test
  default void anotherTenantsTrailIsNoneTheWorse() throws SQLException {
    Shop shop = withFiveEvents();
    Shop other = withFiveEvents();

    tamper(shop, "DELETE FROM audit_event WHERE tenant_id = ?");

    assertThat(verify(other)).isInstanceOf(ChainFinding.Intact.class);
  }

  private Shop withFiveEvents() {
    Shop shop = Shop.in(store());
    for (int i = 0; i < 5; i++) {
      shop.stored(shop.key());
    }
    return shop;
  }

  private ChainFinding verify(Shop shop) {
    return new ReadAudit(store().trail(), store().macs()).verify(shop.scope(), Optional.empty());
  }

  private void tamper(Shop shop, String sql) throws SQLException {
    try (Connection connection = store().connect(); PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, shop.tenant().id().value());
      assertThat(statement.executeUpdate()).isPositive();
    }
  }
}
