package dev.latchkey.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.audit.ChainFinding.Break;
import dev.latchkey.domain.id.AuditEventId;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.id.TenantId;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ChainCheckTest {

  private static final AuditEvent FIRST = event(1, AuditEvent.ROOT);
  private static final AuditEvent SECOND = event(2, FIRST.hash());
  private static final AuditEvent THIRD = event(3, SECOND.hash());
  private static final ChainHead HEAD = new ChainHead(3, THIRD.hash());

  @Test
  void aWholeChainIsIntact() {
    assertThat(check(HEAD, whole(FIRST), whole(SECOND), whole(THIRD))).isEqualTo(unproven(HEAD, 3));
  }

  @Test
  void aChainThatIsEmptyIsIntactWhereItsHeadSaysSo() {
    assertThat(check(ChainHead.EMPTY)).isEqualTo(new ChainFinding.Intact(ChainHead.EMPTY, MacReport.NONE));
    assertThat(check(HEAD)).isEqualTo(new ChainFinding.Broken(1, Break.CUT_OFF));
  }

  @Test
  void anEventThatIsNotWhatWasHashedWasChanged() {
    AuditEvent forged = new AuditEvent(SECOND.tenant(), 2, FIRST.entry(), FIRST.hash(), SECOND.hash());

    assertThat(check(HEAD, whole(FIRST), whole(forged), whole(THIRD)))
        .isEqualTo(new ChainFinding.Broken(2, Break.CHANGED));
  }

  @Test
  void anEventThatCannotBeReadWasChanged() {
    assertThat(check(HEAD, whole(FIRST), new ChainLink.Unreadable(2), whole(THIRD)))
        .isEqualTo(new ChainFinding.Broken(2, Break.CHANGED));
  }

  @Test
  void whereAnotherEventStandsOneIsMissing() {
    assertThat(check(HEAD, whole(SECOND))).isEqualTo(new ChainFinding.Broken(1, Break.MISSING));
    assertThat(check(HEAD, whole(FIRST), whole(THIRD))).isEqualTo(new ChainFinding.Broken(2, Break.MISSING));
    assertThat(check(HEAD, whole(FIRST), whole(FIRST))).isEqualTo(new ChainFinding.Broken(2, Break.MISSING));
    assertThat(check(HEAD, whole(FIRST), new ChainLink.Unreadable(7)))
        .isEqualTo(new ChainFinding.Broken(2, Break.MISSING));
  }

  @Test
  void anEventThatFollowsAnotherThanTheOneBeforeItIsDetached() {
    assertThat(check(HEAD, whole(FIRST), whole(event(2, AuditEvent.ROOT))))
        .isEqualTo(new ChainFinding.Broken(2, Break.DETACHED));
  }

  @Test
  void aChainThatEndsElsewhereThanItsHeadWasCutOff() {
    assertThat(check(HEAD, whole(FIRST), whole(SECOND))).isEqualTo(new ChainFinding.Broken(3, Break.CUT_OFF));
    assertThat(check(new ChainHead(2, THIRD.hash()), whole(FIRST), whole(SECOND)))
        .isEqualTo(new ChainFinding.Broken(3, Break.CUT_OFF));
  }

  private static ChainFinding unproven(ChainHead head, long events) {
    return new ChainFinding.Intact(
        head,
        new MacReport(
            0,
            new TreeMap<>(),
            Optional.of(new MacReport.Span(events, 1, Instant.EPOCH, events, Instant.EPOCH)),
            Optional.empty()));
  }

  private static ChainFinding check(ChainHead head, ChainLink... links) {
    ChainCheck check = ChainCheck.expecting(Optional.empty());
    for (ChainLink link : links) {
      switch (check.at(link, Optional.empty())) {
        case ChainCheck.Progress.Onward(ChainCheck onward) -> check = onward;
        case ChainCheck.Progress.Halted(ChainFinding.Broken finding) -> {
          return finding;
        }
      }
    }
    return check.end(new StoredHead(head, Optional.empty()), Optional.empty());
  }

  private static ChainLink whole(AuditEvent event) {
    return new ChainLink.Whole(event, Optional.empty());
  }

  private static AuditEvent event(long sequence, String previousHash) {
    AuditEntry entry = new AuditEntry(
        new AuditEventId(100 + sequence),
        new Actor.Operator(),
        AuditAction.KEY_CREATED,
        new KeyId(sequence),
        Instant.EPOCH,
        Optional.empty(),
        new TreeMap<>());
    return AuditEvent.linked(new TenantId(1), sequence, entry, previousHash);
  }
}
