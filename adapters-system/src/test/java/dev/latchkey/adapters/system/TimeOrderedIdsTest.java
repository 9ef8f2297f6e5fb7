package dev.latchkey.adapters.system;

import dev.latchkey.application.port.out.ForMintingIds;
import dev.latchkey.contracts.system.ForMintingIdsContract;

class TimeOrderedIdsTest implements ForMintingIdsContract {

  private final ForMintingIds ids = new TimeOrderedIds();

  @Override
  public ForMintingIds ids() {
    return ids;
  }

  @Override
  public ForMintingIds anotherNodesIds() {
    return new TimeOrderedIds();
  }
}
