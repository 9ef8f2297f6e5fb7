package dev.latchkey.domain.audit;

import java.util.Optional;

/**
 * The end of a chain as it is stored.
 *
 * @param mac empty for a chain that only servers of a version without MACs have written
 */
public record StoredHead(ChainHead head, Optional<HeadMac> mac) {

  public static final StoredHead EMPTY = new StoredHead(ChainHead.EMPTY, Optional.empty());
}
