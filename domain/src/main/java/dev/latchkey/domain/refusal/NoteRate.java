package dev.latchkey.domain.refusal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The rate at which refused requests of one key are noted: a burst of 20, then one per second. Computed from the times
 * of the notes.
 *
 * @param wholeAt when the full burst of 20 is available again
 */
public record NoteRate(Instant wholeAt) {

  /** The maximum burst of notes of one key. */
  public static final int AT_ONCE = 20;

  /** The rate before the first note. */
  public static final NoteRate UNUSED = new NoteRate(Instant.MIN);

  private static final Duration INTERVAL = Duration.ofSeconds(1);
  private static final Duration REACH = INTERVAL.multipliedBy(AT_ONCE);

  /** Returns the rate after one more note at that moment; empty if the rate is exceeded. */
  public Optional<NoteRate> afterNoteAt(Instant at) {
    Instant reach = at.plus(REACH);
    // A value beyond the maximum means that the clock was set back.
    Instant whole = wholeAt.isBefore(at) || wholeAt.isAfter(reach) ? at : wholeAt;
    Instant next = whole.plus(INTERVAL);
    return next.isAfter(reach) ? Optional.empty() : Optional.of(new NoteRate(next));
  }
}
