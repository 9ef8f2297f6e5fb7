package dev.latchkey.contracts.support;

import org.junit.jupiter.api.extension.ExtendWith;

/** A contract about what is stored. */
@ExtendWith(NeverNull.class)
public interface StoreContract {

  /** The store to be tested: the same data whenever this is called within one test. */
  StoreUnderTest store();
}
