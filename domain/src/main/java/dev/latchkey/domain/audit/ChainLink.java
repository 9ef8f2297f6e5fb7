package dev.latchkey.domain.audit;

import java.util.Optional;

/** The content of one position of a stored chain. */
public sealed interface ChainLink {

  long sequence();

  /**
   * A readable event.
   *
   * @param mac empty if a server of a version without MACs wrote the event
   */
  record Whole(AuditEvent event, Optional<ChainMac> mac) implements ChainLink {

    @Override
    public long sequence() {
      return event.sequence();
    }
  }

  /** A row that cannot be read as an event any more. */
  record Unreadable(long sequence) implements ChainLink {}
}
