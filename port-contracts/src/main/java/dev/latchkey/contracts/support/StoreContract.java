package dev.latchkey.contracts.support;

import org.junit.jupiter.api.extension.ExtendWith;

/** A contract of a store. */
@ExtendWith(NeverNull.class)
public interface StoreContract {

  /** The store under test: the same data for every call within one test. */
  StoreUnderTest store();
}
