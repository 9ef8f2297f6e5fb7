package dev.latchkey.domain.audit;

import java.util.Optional;

/**
 * The head of a chain as it is stored.
 *
 * @param mac empty if only servers of a version without MACs have written to the chain
 */
public record StoredHead(ChainHead head, Optional<HeadMac> mac) {

  public static final StoredHead EMPTY = new StoredHead(ChainHead.EMPTY, Optional.empty());
}
