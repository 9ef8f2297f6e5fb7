package dev.latchkey.domain.audit;

import java.util.Optional;

/** What stands in one place of a stored chain. */
public sealed interface ChainLink {

  long sequence();

  /**
   * An event.
   *
   * @param mac empty where a server of a version without MACs wrote the event
   */
  record Whole(AuditEvent event, Optional<ChainMac> mac) implements ChainLink {

    @Override
    public long sequence() {
      return event.sequence();
    }
  }

  /** Something that is no event any more. */
  record Unreadable(long sequence) implements ChainLink {}
}
