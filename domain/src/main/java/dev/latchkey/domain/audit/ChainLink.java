package dev.latchkey.domain.audit;

/** What stands in one place of a stored chain. */
public sealed interface ChainLink {

  long sequence();

  record Whole(AuditEvent event) implements ChainLink {

    @Override
    public long sequence() {
      return event.sequence();
    }
  }

  /** Something that is no event any more. */
  record Unreadable(long sequence) implements ChainLink {}
}
