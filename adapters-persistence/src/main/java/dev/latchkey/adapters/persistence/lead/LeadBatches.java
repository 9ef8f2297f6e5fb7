package dev.latchkey.adapters.persistence.lead;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Rows in batches, each of which fits into one statement. A short request can change a thousand leads of 16 KiB, which
 * is longer than a server accepts in one message.
 */
final class LeadBatches {

  /** Characters of details; far below the shortest message that the start demands of a server. */
  static final int MOST_CHARACTERS = 1 << 20;

  private LeadBatches() {}

  static List<List<LeadRow>> of(Collection<LeadRow> rows) {
    List<List<LeadRow>> batches = new ArrayList<>();
    int characters = MOST_CHARACTERS;
    for (LeadRow row : rows) {
      characters += row.details().length();
      if (characters > MOST_CHARACTERS) {
        batches.add(new ArrayList<>());
        characters = row.details().length();
      }
      batches.getLast().add(row);
    }
    return batches;
  }
}
