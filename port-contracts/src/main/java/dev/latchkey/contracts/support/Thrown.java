package dev.latchkey.contracts.support;

import static org.assertj.core.api.Assertions.assertThat;

/** Checks of exceptions that a port throws for a bug in the caller. */
public final class Thrown {

  private Thrown() {}

  /** Asserts that no vendor's exception leaves its adapter. */
  public static void isNoVendors(Throwable thrown) {
    assertThat(thrown).isInstanceOfAny(IllegalStateException.class, IllegalArgumentException.class);
  }
}
