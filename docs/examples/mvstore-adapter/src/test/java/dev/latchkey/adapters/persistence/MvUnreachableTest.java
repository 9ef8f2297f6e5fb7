package dev.latchkey.adapters.persistence;

import dev.latchkey.contracts.failure.UnreachableStoreContract;
import dev.latchkey.contracts.support.StoreUnderTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class MvUnreachableTest implements UnreachableStoreContract {

  private static final StoreOfTests UNREACHABLE = StoreOfTests.started();

  @BeforeAll
  static void closeTheFile() {
    UNREACHABLE.store().close();
  }

  @AfterAll
  static void close() {
    UNREACHABLE.context().close();
  }

  @Override
  public StoreUnderTest unreachable() {
    return UNREACHABLE;
  }
}
