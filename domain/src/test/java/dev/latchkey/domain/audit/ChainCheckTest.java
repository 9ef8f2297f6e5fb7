package dev.latchkey.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.audit.ChainFinding.Break;
import dev.latchkey.domain.id.AuditEventId;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.id.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChainCheckTest {

  private static final AuditEvent FIRST = event(1, AuditEvent.ROOT);
  private static final AuditEvent SECOND = event(2, FIRST.hash());
  private static final AuditEvent THIRD = event(3, SECOND.hash());
  private static final ChainHead HEAD = new ChainHead(3, THIRD.hash());
  private static final ChainMac MAC = new ChainMac("v1", "ab");

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

  @Test
  void eventsWithAValidMacAreProvenWhereTheMacOfTheHeadCoversThem() {
    ChainFinding finding = check(
        Optional.empty(), head(3, MacFinding.VALID), mac(FIRST, MacFinding.VALID), mac(SECOND, MacFinding.VALID),
        mac(THIRD, MacFinding.VALID));

    assertThat(finding).isEqualTo(new ChainFinding.Intact(HEAD, report(3, Map.of(), Optional.empty())));
    assertThat(((ChainFinding.Intact) finding).macs().isComplete()).isTrue();
  }

  @Test
  void anEventWhoseMacIsWrongOrWasNotVerifiedIsForged() {
    assertThat(check(Optional.empty(), head(2, MacFinding.VALID), mac(FIRST, MacFinding.VALID),
        mac(SECOND, MacFinding.WRONG))).isEqualTo(new ChainFinding.Broken(2, Break.FORGED));
    assertThat(check(Optional.empty(), head(1, MacFinding.VALID),
        new Step(new ChainLink.Whole(FIRST, Optional.of(MAC)), Optional.empty())))
        .isEqualTo(new ChainFinding.Broken(1, Break.FORGED));
  }

  @Test
  void aHeadWhoseMacIsWrongOrCoversAnotherEventThanTheLastWithAMacIsForged() {
    Step[] chain = {mac(FIRST, MacFinding.VALID), mac(SECOND, MacFinding.VALID), plain(THIRD)};

    assertThat(check(Optional.empty(), head(2, MacFinding.VALID), chain)).isInstanceOf(ChainFinding.Intact.class);
    for (Head forged : List.of(
        head(1, MacFinding.VALID),
        head(3, MacFinding.VALID),
        head(2, MacFinding.WRONG),
        new Head(new StoredHead(HEAD, Optional.empty()), Optional.empty()))) {
      assertThat(check(Optional.empty(), forged, chain)).isEqualTo(new ChainFinding.Broken(3, Break.FORGED_HEAD));
    }
    assertThat(check(Optional.empty(), head(1, MacFinding.VALID), plain(FIRST), plain(SECOND), plain(THIRD)))
        .isEqualTo(new ChainFinding.Broken(3, Break.FORGED_HEAD));
  }

  @Test
  void macsUnderAPepperThatIsNotHereAreCountedAsUnchecked() {
    ChainFinding events = check(
        Optional.empty(), head(3, MacFinding.VALID), mac(FIRST, MacFinding.VALID),
        mac(SECOND, MacFinding.UNKNOWN_PEPPER), mac(THIRD, MacFinding.UNKNOWN_PEPPER));
    ChainFinding headAlone = check(
        Optional.empty(), head(3, MacFinding.UNKNOWN_PEPPER), mac(FIRST, MacFinding.VALID),
        mac(SECOND, MacFinding.VALID), mac(THIRD, MacFinding.VALID));

    assertThat(events).isEqualTo(new ChainFinding.Intact(HEAD, report(1, Map.of("v1", 2L), Optional.empty())));
    assertThat(headAlone).isEqualTo(new ChainFinding.Intact(HEAD, report(3, Map.of("v1", 0L), Optional.empty())));
    assertThat(((ChainFinding.Intact) events).macs().isComplete()).isFalse();
    assertThat(((ChainFinding.Intact) headAlone).macs().isComplete()).isFalse();
  }

  @Test
  void eventsWithoutAMacAfterOneWithAMacAreUnproven() {
    ChainFinding finding = check(
        Optional.empty(), head(1, MacFinding.VALID), mac(FIRST, MacFinding.VALID), plain(SECOND), plain(THIRD));

    assertThat(finding).isEqualTo(new ChainFinding.Intact(HEAD, report(1, Map.of(), span(2, 2, 3))));
    assertThat(((ChainFinding.Intact) finding).macs().isComplete()).isFalse();
  }

  @Test
  void aHeadThatWasRecordedElsewhereProvesTheEventsUpToIt() {
    Step[] chain = {mac(FIRST, MacFinding.VALID), plain(SECOND), plain(THIRD)};
    ChainHead second = new ChainHead(2, SECOND.hash());

    assertThat(check(Optional.of(second), head(1, MacFinding.VALID), chain))
        .isEqualTo(new ChainFinding.Intact(HEAD, report(1, Map.of(), span(1, 3, 3))));
    assertThat(check(Optional.of(HEAD), head(1, MacFinding.VALID), chain))
        .isEqualTo(new ChainFinding.Intact(HEAD, report(1, Map.of(), Optional.empty())));
  }

  @Test
  void aChainThatDoesNotContainAHeadThatWasRecordedElsewhereIsUnexpected() {
    Head stored = new Head(new StoredHead(HEAD, Optional.empty()), Optional.empty());

    assertThat(check(Optional.of(new ChainHead(2, FIRST.hash())), stored, plain(FIRST), plain(SECOND), plain(THIRD)))
        .isEqualTo(new ChainFinding.Broken(2, Break.UNEXPECTED));
    assertThat(check(Optional.of(new ChainHead(4, FIRST.hash())), stored, plain(FIRST), plain(SECOND), plain(THIRD)))
        .isEqualTo(new ChainFinding.Broken(4, Break.UNEXPECTED));
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
    return check(
        Optional.empty(),
        new Head(new StoredHead(head, Optional.empty()), Optional.empty()),
        Stream.of(links).map(link -> new Step(link, Optional.empty())).toArray(Step[]::new));
  }

  /** A link with the result of verifying its MAC. */
  private record Step(ChainLink link, Optional<MacFinding> mac) {}

  /** The stored head with the result of verifying its MAC. */
  private record Head(StoredHead stored, Optional<MacFinding> mac) {}

  private static Step mac(AuditEvent event, MacFinding finding) {
    return new Step(new ChainLink.Whole(event, Optional.of(MAC)), Optional.of(finding));
  }

  private static Step plain(AuditEvent event) {
    return new Step(whole(event), Optional.empty());
  }

  private static Head head(long covered, MacFinding finding) {
    return new Head(new StoredHead(HEAD, Optional.of(new HeadMac(covered, MAC))), Optional.of(finding));
  }

  private static MacReport report(long valid, Map<String, Long> unchecked, Optional<MacReport.Span> unproven) {
    return new MacReport(valid, new TreeMap<>(unchecked), Optional.empty(), unproven);
  }

  private static Optional<MacReport.Span> span(long events, long first, long last) {
    return Optional.of(new MacReport.Span(events, first, Instant.EPOCH, last, Instant.EPOCH));
  }

  private static ChainFinding check(Optional<ChainHead> expected, Head head, Step... steps) {
    ChainCheck check = ChainCheck.expecting(expected);
    for (Step step : steps) {
      switch (check.at(step.link(), step.mac())) {
        case ChainCheck.Progress.Onward(ChainCheck onward) -> check = onward;
        case ChainCheck.Progress.Halted(ChainFinding.Broken finding) -> {
          return finding;
        }
      }
    }
    return check.end(head.stored(), head.mac());
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
