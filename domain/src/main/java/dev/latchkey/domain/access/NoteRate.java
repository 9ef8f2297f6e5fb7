package dev.latchkey.domain.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How many refused requests of one key are noted: 20 at once, and one more for each second. Reckons by the times of the notes.
 *
 * @param wholeAt when all 20 will be there again
 */
public record NoteRate(Instant wholeAt) {

  /** How many notes of a key may follow each other at once. */
  public static final int AT_ONCE = 20;

  /** Nothing was noted yet. */
  public static final NoteRate UNUSED = new NoteRate(Instant.MIN);

  private static final Duration INTERVAL = Duration.ofSeconds(1);
  private static final Duration REACH = INTERVAL.multipliedBy(AT_ONCE);

  /** The rate after one more note at that moment; empty where there is no room for it. */
  public Optional<NoteRate> afterNoteAt(Instant at) {
    Instant reach = at.plus(REACH);
    // Further ahead than it can be: the clock was set back.
    Instant whole = wholeAt.isBefore(at) || wholeAt.isAfter(reach) ? at : wholeAt;
    Instant next = whole.plus(INTERVAL);
    return next.isAfter(reach) ? Optional.empty() : Optional.of(new NoteRate(next));
  }
}
