package dev.latchkey.domain.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NoteRateTest {

  private static final Instant NOW = Instant.parse("2026-03-14T12:00:00Z");

  @Test
  void aBurstOfTwentyIsNotedAndOneMoreForEachSecond() {
    NoteRate rate = NoteRate.UNUSED;
    for (int i = 1; i <= NoteRate.AT_ONCE; i++) {
      rate = rate.afterNoteAt(NOW).orElseThrow();
      assertThat(rate.wholeAt()).isEqualTo(NOW.plusSeconds(i));
    }

    assertThat(rate.afterNoteAt(NOW)).isEmpty();
    assertThat(rate.afterNoteAt(NOW.plusNanos(999_999_999))).isEmpty();
    NoteRate next = rate.afterNoteAt(NOW.plusSeconds(1)).orElseThrow();
    assertThat(next.afterNoteAt(NOW.plusSeconds(1))).isEmpty();
  }

  @Test
  void rateThatIsWholeAgainCountsFromTheNote() {
    NoteRate rate = new NoteRate(NOW);

    assertThat(rate.afterNoteAt(NOW)).contains(new NoteRate(NOW.plusSeconds(1)));
    assertThat(rate.afterNoteAt(NOW.plus(Duration.ofDays(1))))
        .contains(new NoteRate(NOW.plus(Duration.ofDays(1)).plusSeconds(1)));
  }

  @Test
  void clockThatWasSetBackStopsNoNotes() {
    NoteRate spent = new NoteRate(NOW.plusSeconds(NoteRate.AT_ONCE));

    assertThat(spent.afterNoteAt(NOW)).isEmpty();
    assertThat(spent.afterNoteAt(NOW.minusNanos(1)))
        .isEqualTo(Optional.of(new NoteRate(NOW.minusNanos(1).plusSeconds(1))));
  }
}
