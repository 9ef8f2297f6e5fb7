package dev.latchkey.adapters.persistence.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapters.persistence.fixtures.JdbcStore;
import dev.latchkey.adapters.persistence.fixtures.Shop;
import dev.latchkey.application.fixtures.PepperedTrail;
import dev.latchkey.application.usecase.ReadAudit;
import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.ChainFinding;
import dev.latchkey.domain.audit.ChainFinding.Break;
import dev.latchkey.domain.audit.ChainHead;
import dev.latchkey.domain.audit.MacReport;
import dev.latchkey.domain.audit.MacReport.Span;
import dev.latchkey.domain.id.KeyId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody who writes rows by SQL and computes every hash anew, but does not have the pepper, is found out by the MACs. */
interface ForgedTrailContract {

  JdbcStore store();

  @ParameterizedTest
  @ValueSource(strings = {
      "mac_position = mac_position",
      "mac_position = 4",
      "mac_position = 4, mac = (SELECT mac FROM audit_event e WHERE e.tenant_id = audit_head.tenant_id AND e.position = 4)",
      "mac_position = NULL, mac = NULL, mac_pepper = NULL",
      "mac = NULL"})
  default void lastEventAndHeadThatWereSetBackTogetherAreFoundOut(String headMac) throws SQLException {
    Shop shop = withFiveEvents();

    tamper(shop, "DELETE FROM audit_event WHERE tenant_id = ? AND position = 5");
    tamper(shop, "UPDATE audit_head SET position = 4, hash = (SELECT hash FROM audit_event e"
        + " WHERE e.tenant_id = audit_head.tenant_id AND e.position = 4), " + headMac + " WHERE tenant_id = ?");

    assertThat(verify(shop)).isEqualTo(new ChainFinding.Broken(4, Break.FORGED_HEAD));
  }

  @Test
  default void anEventThatWasChangedAndHashedAnewIsFoundOut() throws SQLException {
    Shop shop = withFiveEvents();

    AuditEvent forged = forgeLast(shop);
    tamper(shop, "UPDATE audit_event SET actor = 'key 666', hash = '" + forged.hash() + "'"
        + " WHERE tenant_id = ? AND position = 5");
    tamper(shop, "UPDATE audit_head SET hash = '" + forged.hash() + "' WHERE tenant_id = ?");

    assertThat(verify(shop)).isEqualTo(new ChainFinding.Broken(5, Break.FORGED));
  }

  @Test
  default void aForgedEventWithoutItsMacIsFoundOutByTheHead() throws SQLException {
    Shop shop = withFiveEvents();

    AuditEvent forged = forgeLast(shop);
    tamper(shop, "UPDATE audit_event SET actor = 'key 666', mac = NULL, hash = '" + forged.hash() + "'"
        + " WHERE tenant_id = ? AND position = 5");
    tamper(shop, "UPDATE audit_head SET hash = '" + forged.hash() + "' WHERE tenant_id = ?");

    assertThat(verify(shop)).isEqualTo(new ChainFinding.Broken(5, Break.FORGED_HEAD));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mac_position = 6", "mac_position = 0", "mac_position = NULL", "mac = REPEAT('0', 64)"})
  default void aHeadThatWasReplacedIsFoundOut(String change) throws SQLException {
    Shop shop = withFiveEvents();

    tamper(shop, "UPDATE audit_head SET " + change + " WHERE tenant_id = ?");

    assertThat(verify(shop)).isEqualTo(new ChainFinding.Broken(5, Break.FORGED_HEAD));
  }

  @Test
  default void aMacThatWasRemovedIsReportedWithTheTimeOfItsEvent() throws SQLException {
    Shop shop = withFiveEvents();

    tamper(shop, "UPDATE audit_event SET mac = NULL, mac_pepper = NULL WHERE tenant_id = ? AND position = 3");

    MacReport macs = ((ChainFinding.Intact) verify(shop)).macs();
    assertThat(macs.unproven()).contains(new Span(1, 3, Shop.NOW, 3, Shop.NOW));
    assertThat(macs.valid()).isEqualTo(4);
    assertThat(macs.isComplete()).isFalse();
  }

  @Test
  default void macsThatWereSwappedBetweenTenantsAreFoundOut() throws SQLException {
    Shop shop = withFiveEvents();
    Shop other = withFiveEvents();

    tamper(shop, "UPDATE audit_event SET mac = '" + mac(other, 3) + "' WHERE tenant_id = ? AND position = 3");

    assertThat(verify(shop)).isEqualTo(new ChainFinding.Broken(3, Break.FORGED));
    assertThat(verify(other)).isInstanceOf(ChainFinding.Intact.class);
  }

  @Test
  default void macsThatWereSwappedBetweenEventsAreFoundOut() throws SQLException {
    Shop shop = withFiveEvents();

    tamper(shop, "UPDATE audit_event SET mac = '" + mac(shop, 3) + "' WHERE tenant_id = ? AND position = 2");

    assertThat(verify(shop)).isEqualTo(new ChainFinding.Broken(2, Break.FORGED));
  }

  @Test
  default void anEventByAServerOfTheVersionBeforeIsReportedAndTheNextOneIsAuthenticatedAgain() throws SQLException {
    Shop shop = withFiveEvents();

    appendWithoutMac(shop);

    MacReport macs = ((ChainFinding.Intact) verify(shop)).macs();
    assertThat(macs.unproven()).contains(new Span(1, 6, Shop.NOW, 6, Shop.NOW));

    shop.stored(shop.key());

    MacReport later = ((ChainFinding.Intact) verify(shop)).macs();
    assertThat(later.valid()).isEqualTo(6);
    assertThat(later.unproven()).contains(new Span(1, 6, Shop.NOW, 6, Shop.NOW));
  }

  @Test
  default void anExpectedEndProvesWhatIsBeforeIt() throws SQLException {
    Shop shop = withFiveEvents();
    appendWithoutMac(shop);
    ChainHead writtenDown = store().trail().head(shop.scope()).head();
    shop.stored(shop.key());

    MacReport macs = ((ChainFinding.Intact) verify(shop, Optional.of(writtenDown))).macs();

    assertThat(macs.isComplete()).isTrue();
  }

  @Test
  default void aChainThatWasSetBackWithItsValidMacsIsFoundOutByAnExpectedEnd() throws SQLException {
    Shop shop = withFiveEvents();
    ChainHead fifth = store().trail().head(shop.scope()).head();
    String columns = "tenant_id, position, hash, mac_position, mac, mac_pepper";
    String kept = store()
        .rows("SELECT " + columns + " FROM audit_head WHERE tenant_id = ?", shop.tenant().id().value())
        .getFirst()
        .stream()
        .collect(Collectors.joining("', '", "'", "'"));
    shop.stored(shop.key());
    ChainHead sixth = store().trail().head(shop.scope()).head();

    tamper(shop, "DELETE FROM audit_event WHERE tenant_id = ? AND position = 6");
    tamper(shop, "DELETE FROM audit_head WHERE tenant_id = ?");
    store().execute("INSERT INTO audit_head (" + columns + ") VALUES (" + kept + ")");

    assertThat(verify(shop)).isInstanceOf(ChainFinding.Intact.class);
    assertThat(verify(shop, Optional.of(fifth))).isInstanceOf(ChainFinding.Intact.class);
    assertThat(verify(shop, Optional.of(sixth))).isEqualTo(new ChainFinding.Broken(6, Break.UNEXPECTED));
    assertThat(verify(shop, Optional.of(new ChainHead(5, sixth.hash()))))
        .isEqualTo(new ChainFinding.Broken(5, Break.UNEXPECTED));
  }

  @Test
  default void aChainOfAVersionWithoutMacsStaysVerifiable() throws SQLException {
    Shop shop = withFiveEvents();
    tamper(shop, "UPDATE audit_event SET mac = NULL, mac_pepper = NULL WHERE tenant_id = ?");
    tamper(shop, "UPDATE audit_head SET mac_position = NULL, mac = NULL, mac_pepper = NULL WHERE tenant_id = ?");

    MacReport macs = ((ChainFinding.Intact) verify(shop)).macs();
    assertThat(macs.before()).contains(new Span(5, 1, Shop.NOW, 5, Shop.NOW));
    assertThat(macs.isComplete()).isTrue();

    shop.stored(shop.key());

    MacReport later = ((ChainFinding.Intact) verify(shop)).macs();
    assertThat(later.before()).contains(new Span(5, 1, Shop.NOW, 5, Shop.NOW));
    assertThat(later.valid()).isEqualTo(1);
  }

  @Test
  default void aMacUnderAPepperThatIsNotAtHandIsReportedAsNotChecked() {
    Shop shop = withFiveEvents();
    PepperedTrail others = new PepperedTrail(new LinkedHashMap<>(Map.of("v2", new byte[32])));

    assertThat(new ReadAudit(store().trail(), others).verify(shop.scope(), Optional.empty()))
        .isInstanceOfSatisfying(ChainFinding.Intact.class, intact -> {
          assertThat(intact.macs().unchecked()).isEqualTo(new TreeMap<>(Map.of("v1", 5L)));
          assertThat(intact.macs().isComplete()).isFalse();
        });
  }

  /** As a server of the version before does it. */
  private void appendWithoutMac(Shop shop) throws SQLException {
    AuditEvent last = store().auditOf(shop.tenant().id()).getLast();
    AuditEntry entry = shop.entry(last.entry().action(), last.entry().subject());
    AuditEvent event = AuditEvent.linked(last.tenant(), 6, entry, last.hash());
    tamper(shop, "INSERT INTO audit_event (id, tenant_id, position, actor, action, subject, happened_at, details,"
        + " previous_hash, hash) SELECT " + entry.id().value() + ", tenant_id, 6, actor, action, subject, happened_at,"
        + " details, hash, '" + event.hash() + "' FROM audit_event WHERE tenant_id = ? AND position = 5");
    tamper(shop, "UPDATE audit_head SET position = 6, hash = '" + event.hash() + "' WHERE tenant_id = ?");
  }

  private AuditEvent forgeLast(Shop shop) {
    AuditEvent last = store().auditOf(shop.tenant().id()).getLast();
    AuditEntry entry = last.entry();
    return AuditEvent.linked(
        last.tenant(),
        5,
        new AuditEntry(entry.id(), new Actor.Holder(new KeyId(666)), entry.action(), entry.subject(), entry.at(),
            entry.address(), entry.details()),
        last.previousHash());
  }

  private String mac(Shop shop, int position) throws SQLException {
    return store()
        .rows("SELECT mac FROM audit_event WHERE tenant_id = ? AND position = ?", shop.tenant().id().value(), position)
        .getFirst()
        .getFirst();
  }

  private Shop withFiveEvents() {
    Shop shop = Shop.in(store());
    for (int i = 0; i < 5; i++) {
      shop.stored(shop.key());
    }
    return shop;
  }

  private ChainFinding verify(Shop shop) {
    return verify(shop, Optional.empty());
  }

  private ChainFinding verify(Shop shop, Optional<ChainHead> expected) {
    return new ReadAudit(store().trail(), store().macs()).verify(shop.scope(), expected);
  }

  private void tamper(Shop shop, String sql) throws SQLException {
    try (Connection connection = store().connect(); PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, shop.tenant().id().value());
      assertThat(statement.executeUpdate()).isPositive();
    }
  }
}
