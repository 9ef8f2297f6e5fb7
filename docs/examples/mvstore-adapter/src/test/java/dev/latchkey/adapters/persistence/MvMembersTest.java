package dev.latchkey.adapters.persistence;

import dev.latchkey.contracts.member.ForStoringMembersContract;
import dev.latchkey.contracts.support.StoreUnderTest;

class MvMembersTest implements ForStoringMembersContract {

  @Override
  public StoreUnderTest store() {
    return StoreOfTests.shared();
  }
}
