package dev.latchkey.contracts;

/** A contract about what is stored. */
public interface StoreContract {

  /** The store to be tested: the same data whenever this is called within one test. */
  StoreUnderTest store();
}
