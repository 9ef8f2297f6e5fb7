package dev.latchkey.contracts.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.port.out.ForReadingTheTrail;
import dev.latchkey.application.usecase.ReadAudit;
import dev.latchkey.contracts.support.Household;
import dev.latchkey.contracts.support.Promise;
import dev.latchkey.contracts.support.StoreContract;
import dev.latchkey.contracts.support.Tampering;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.AuditFilter;
import dev.latchkey.domain.audit.ChainFinding;
import dev.latchkey.domain.audit.ChainFinding.Break;
import dev.latchkey.domain.audit.ChainHead;
import dev.latchkey.domain.audit.ChainLink;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Promises about trails that somebody altered without the ports: verification names the first link that is invalid. */
public interface TamperingContract extends StoreContract {

  @Test
  @Promise(of = ForReadingTheTrail.class, says = "Verification finds every event that was deleted, changed or moved.")
  @Promise(of = ForReadingTheTrail.class, says = "The head is the stored one and is never computed from the events.")
  default void deletedLastEventIsFound() {
    Household household = withFourEvents();

    store().tamper(household.id(), new Tampering.Delete(4));

    assertThat(verified(household)).isEqualTo(new ChainFinding.Broken(4, Break.CUT_OFF));
  }

  @Test
  @Promise(of = ForReadingTheTrail.class, says = "Verification finds every event that was deleted, changed or moved.")
  @Promise(of = ForReadingTheTrail.class, says = "The head is the stored one and is never computed from the events.")
  default void deletedLastEventIsFoundAfterLaterChanges() {
    Household household = withFourEvents();

    store().tamper(household.id(), new Tampering.Delete(4));
    household.stored(household.key("Later"));

    assertThat(verified(household)).isEqualTo(new ChainFinding.Broken(4, Break.MISSING));
  }

  @Test
  @Promise(of = ForReadingTheTrail.class, says = "Verification finds every event that was deleted, changed or moved.")
  default void deletedEventInTheMiddleIsFound() {
    Household household = withFourEvents();

    store().tamper(household.id(), new Tampering.Delete(2));

    assertThat(verified(household)).isEqualTo(new ChainFinding.Broken(2, Break.MISSING));
  }

  @Test
  @Promise(of = ForReadingTheTrail.class, says = "Verification finds every event that was deleted, changed or moved.")
  @Promise(of = ForReadingTheTrail.class, says = "The head is the stored one and is never computed from the events.")
  default void trailWithoutAnyEventIsFound() {
    Household household = withFourEvents();

    for (long sequence = 1; sequence <= 4; sequence++) {
      store().tamper(household.id(), new Tampering.Delete(sequence));
    }

    assertThat(verified(household)).isEqualTo(new ChainFinding.Broken(1, Break.CUT_OFF));
  }

  @Test
  @Promise(of = ForReadingTheTrail.class, says = "Verification finds every event that was deleted, changed or moved.")
  default void changedEventIsFound() {
    Household household = withFourEvents();

    store().tamper(household.id(), new Tampering.Change(2, AuditAction.KEY_DELETED));

    assertThat(verified(household)).isEqualTo(new ChainFinding.Broken(2, Break.CHANGED));
  }

  @Test
  @Promise(of = ForReadingTheTrail.class, says = "Verification finds every event that was deleted, changed or moved.")
  default void swappedEventsAreFound() {
    Household household = withFourEvents();

    store().tamper(household.id(), new Tampering.Swap(2, 3));

    assertThat(verified(household)).isEqualTo(new ChainFinding.Broken(2, Break.CHANGED));
  }

  @Test
  @Promise(of = ForReadingTheTrail.class, says = "The head is the stored one and is never computed from the events.")
  default void resetHeadIsFound() {
    Household household = withFourEvents();

    store().tamper(household.id(), new Tampering.ResetHead(headAt(household, 3)));

    assertThat(verified(household)).isEqualTo(new ChainFinding.Broken(3, Break.FORGED_HEAD));
  }

  @Test
  @Promise(of = ForReadingTheTrail.class, says = "Verification finds every event that was deleted, changed or moved.")
  @Promise(of = ForReadingTheTrail.class, says = "The head is the stored one and is never computed from the events.")
  default void lastEventDeletedTogetherWithItsHeadIsFound() {
    Household household = withFourEvents();
    ChainHead third = headAt(household, 3);

    store().tamper(household.id(), new Tampering.Delete(4));
    store().tamper(household.id(), new Tampering.ResetHead(third));

    assertThat(verified(household)).isEqualTo(new ChainFinding.Broken(3, Break.FORGED_HEAD));
  }

  @Test
  @Promise(of = ForReadingTheTrail.class, says = "Returns the tenant's events that match the filter, newest first; "
      + "unreadable events are returned as such.")
  @Promise(of = ForReadingTheTrail.class, says = "No data is trusted: events that were made unreadable outside the "
      + "application are returned as such.")
  default void unreadableEventIsReturnedAsSuchAndTheOthersAsTheyAre() {
    Household household = withFourEvents();
    List<ChainLink> links = store().trail().following(household.scope(), 0, 20);

    store().tamper(household.id(), new Tampering.MakeUnreadable(3));

    List<ChainLink> tampered = List.of(links.get(0), links.get(1), new ChainLink.Unreadable(3), links.get(3));
    assertThat(store().trail().following(household.scope(), 0, 20)).isEqualTo(tampered);
    assertThat(store().trail().list(household.scope(), AuditFilter.ALL, PageRequest.first(20)).items())
        .isEqualTo(tampered.reversed());
    assertThat(verified(household)).isEqualTo(new ChainFinding.Broken(3, Break.CHANGED));
  }

  private Household withFourEvents() {
    Household household = Household.in(store());
    for (int i = 0; i < 4; i++) {
      household.stored(household.key("Till " + i));
    }
    assertThat(verified(household)).isInstanceOf(ChainFinding.Intact.class);
    return household;
  }

  private ChainHead headAt(Household household, int sequence) {
    AuditEvent event = store().auditOf(household.id()).get(sequence - 1);
    return new ChainHead(event.sequence(), event.hash());
  }

  private ChainFinding verified(Household household) {
    return new ReadAudit(store().trail(), store().macs()).verify(household.scope(), Optional.empty());
  }
}
