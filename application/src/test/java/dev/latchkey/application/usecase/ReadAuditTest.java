package dev.latchkey.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.port.out.ForReadingTheTrail;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.AuditFilter;
import dev.latchkey.domain.audit.ChainFinding;
import dev.latchkey.domain.audit.ChainFinding.Break;
import dev.latchkey.domain.audit.ChainHead;
import dev.latchkey.domain.audit.ChainLink;
import dev.latchkey.domain.audit.ChainMac;
import dev.latchkey.domain.audit.HeadMac;
import dev.latchkey.domain.audit.MacInput;
import dev.latchkey.domain.audit.MacReport;
import dev.latchkey.domain.audit.StoredHead;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.tenant.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ReadAuditTest {

  private final Shop shop = new Shop();

  /** Founding the tenant took two events; with these there are five. */
  ReadAuditTest() {
    shop.issue("1");
    shop.issue("2");
    shop.issue("3");
  }

  @Test
  void unchangedChainIsIntact() {
    AuditEvent last = shop.store.auditOf(shop.tenant.id()).getLast();

    assertThat(verify(links -> {})).isEqualTo(intact(new ChainHead(5, last.hash()), 5));
  }

  @Test
  void aChainWithoutEventsIsIntact() {
    TenantScope unknown = shop.operator.enter(
        Tenant.founded(
            new TenantId(1), new Name("Nobody"), Shop.OPENING));

    assertThat(audit(shop.store.trail()).verify(unknown, Optional.empty())).isEqualTo(intact(ChainHead.EMPTY, 0));
  }

  @Test
  void aChangedEventIsNamed() {
    assertThat(verify(links -> links.set(2, changed(links.get(2), links.get(2).sequence()))))
        .isEqualTo(new ChainFinding.Broken(3, Break.CHANGED));
  }

  @Test
  void anEventThatWasMadeUnreadableIsNamed() {
    assertThat(verify(links -> links.set(0, new ChainLink.Unreadable(1))))
        .isEqualTo(new ChainFinding.Broken(1, Break.CHANGED));
  }

  @Test
  void aRemovedEventIsNamed() {
    assertThat(verify(links -> links.remove(3))).isEqualTo(new ChainFinding.Broken(4, Break.MISSING));
    assertThat(verify(links -> links.remove(0))).isEqualTo(new ChainFinding.Broken(1, Break.MISSING));
  }

  @Test
  void eventsThatChangedPlacesAreNamed() {
    assertThat(verify(links -> {
      ChainLink second = links.get(1);
      links.set(1, moved(links.get(2), 2));
      links.set(2, moved(second, 3));
    })).isEqualTo(new ChainFinding.Broken(2, Break.CHANGED));
  }

  @Test
  void anEventThatWasHashedAnewInItsPlaceIsFoundByItsNeighbour() {
    assertThat(verify(links -> {
      AuditEvent second = event(links.get(1));
      links.set(1, new ChainLink.Whole(
          AuditEvent.linked(second.tenant(), 2, forged(second.entry()), second.previousHash()), Optional.empty()));
    })).isEqualTo(new ChainFinding.Broken(3, Break.DETACHED));
  }

  @Test
  void aLastEventThatWasHashedAnewIsFoundByTheHead() {
    assertThat(verify(links -> {
      AuditEvent last = event(links.getLast());
      links.set(4, new ChainLink.Whole(
          AuditEvent.linked(last.tenant(), 5, forged(last.entry()), last.previousHash()), Optional.empty()));
    })).isEqualTo(new ChainFinding.Broken(6, Break.CUT_OFF));
  }

  @Test
  void aChainWhoseEndWasCutOffIsNamed() {
    assertThat(verify(List::removeLast)).isEqualTo(new ChainFinding.Broken(5, Break.CUT_OFF));
    assertThat(verify(List::clear)).isEqualTo(new ChainFinding.Broken(1, Break.CUT_OFF));
  }

  @Test
  void aChangedHeadIsNamed() {
    Tampered rehashed = new Tampered(
        shop.store.trail(), links -> links,
        stored -> new StoredHead(new ChainHead(stored.head().sequence(), AuditEvent.ROOT), stored.mac()));
    Tampered longer = new Tampered(
        shop.store.trail(), links -> links,
        stored -> new StoredHead(new ChainHead(stored.head().sequence() + 1, stored.head().hash()), stored.mac()));

    assertThat(audit(rehashed).verify(shop.scope(), Optional.empty()))
        .isEqualTo(new ChainFinding.Broken(6, Break.CUT_OFF));
    assertThat(audit(longer).verify(shop.scope(), Optional.empty()))
        .isEqualTo(new ChainFinding.Broken(6, Break.CUT_OFF));
  }

  @Test
  void aForgedMacOfTheHeadIsNamed() {
    Tampered forged = new Tampered(
        shop.store.trail(), links -> links,
        stored -> new StoredHead(stored.head(), stored.mac().map(ReadAuditTest::forged)));

    assertThat(audit(forged).verify(shop.scope(), Optional.empty()))
        .isEqualTo(new ChainFinding.Broken(5, Break.FORGED_HEAD));
  }

  @Test
  void eventsThatCameAfterTheHeadWasReadAreOfNoConcern() {
    ChainHead earlier = head(3);

    assertThat(audit(endingAt(earlier)).verify(shop.scope(), Optional.empty())).isEqualTo(intact(earlier, 3));
  }

  private ChainHead head(int sequence) {
    return new ChainHead(sequence, shop.store.auditOf(shop.tenant.id()).get(sequence - 1).hash());
  }

  /** A trail to which more events were added after its head was read. */
  private Tampered endingAt(ChainHead head) {
    return new Tampered(shop.store.trail(), links -> links, _ -> new StoredHead(
        head,
        Optional.of(
            new HeadMac(
                head.sequence(), shop.store.macs().authenticate(MacInput.of(shop.tenant.id(), head))))));
  }

  @Test
  void aChainOfAnyLengthIsVerifiedInPiecesUpToTheHeadThatWasRead() {
    for (int i = 6; i <= 2_001; i++) {
      shop.issue("Till " + i);
    }
    List<Integer> pieces = new ArrayList<>();
    UnaryOperator<List<ChainLink>> watched = links -> {
      pieces.add(links.size());
      return links;
    };

    assertThat(audit(new Tampered(shop.store.trail(), watched, head -> head)).verify(shop.scope(), Optional.empty()))
        .isInstanceOfSatisfying(
            ChainFinding.Intact.class, intact -> assertThat(intact.head().sequence()).isEqualTo(2_001));
    assertThat(pieces).hasSize(3);
    assertThat(verify(links -> links.set(2_000, changed(links.get(2_000), 2_001))))
        .isEqualTo(new ChainFinding.Broken(2_001, Break.CHANGED));
    assertThat(audit(endingAt(head(1_500))).verify(shop.scope(), Optional.empty()))
        .isEqualTo(intact(head(1_500), 1_500));
  }

  @Test
  void eventsAreListedNewestFirst() {
    List<ChainLink> events = shop.store.linksOf(shop.tenant.id());
    ReadAudit audit = audit(shop.store.trail());

    var first = audit.list(shop.scope(), AuditFilter.ALL, PageRequest.first(3));
    var second = audit.list(shop.scope(), AuditFilter.ALL, new PageRequest(3, first.next()));

    assertThat(first.items()).containsExactly(events.get(4), events.get(3), events.get(2));
    assertThat(second.items()).containsExactly(events.get(1), events.get(0));
    assertThat(second.next()).isEqualTo(OptionalLong.empty());
  }

  private ReadAudit audit(ForReadingTheTrail trail) {
    return new ReadAudit(trail, shop.store.macs());
  }

  private static ChainFinding intact(ChainHead head, long valid) {
    return new ChainFinding.Intact(
        head, new MacReport(valid, new TreeMap<>(), Optional.empty(), Optional.empty()));
  }

  private ChainFinding verify(Consumer<List<ChainLink>> tampering) {
    return audit(new Tampered(shop.store.trail(), links -> {
      List<ChainLink> spoilt = new ArrayList<>(links);
      tampering.accept(spoilt);
      return spoilt;
    }, head -> head)).verify(shop.scope(), Optional.empty());
  }

  private static ChainLink changed(ChainLink link, long sequence) {
    AuditEvent event = event(link);
    return new ChainLink.Whole(
        new AuditEvent(event.tenant(), sequence, forged(event.entry()), event.previousHash(), event.hash()),
        Optional.empty());
  }

  private static ChainLink moved(ChainLink link, long sequence) {
    AuditEvent event = event(link);
    return new ChainLink.Whole(
        new AuditEvent(event.tenant(), sequence, event.entry(), event.previousHash(), event.hash()),
        Optional.empty());
  }

  private static AuditEntry forged(AuditEntry entry) {
    return new AuditEntry(
        entry.id(),
        new Actor.Holder(new KeyId(666)),
        entry.action(),
        entry.subject(),
        entry.at(),
        Optional.empty(),
        entry.details());
  }

  private static HeadMac forged(HeadMac mac) {
    return new HeadMac(mac.sequence(), new ChainMac(mac.mac().keyVersion(), "00".repeat(32)));
  }

  private static AuditEvent event(ChainLink link) {
    return switch (link) {
      case ChainLink.Whole(AuditEvent event, _) -> event;
      case ChainLink.Unreadable unreadable -> throw new IllegalStateException(unreadable.toString());
    };
  }
}
