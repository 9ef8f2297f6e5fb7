package dev.latchkey.contracts.support;

import static org.assertj.core.api.Assertions.assertThat;

/** What comes out of a port where the caller has a bug. */
public final class Thrown {

  private Thrown() {}

  /** A vendor's exception stops in its adapter. */
  public static void isNoVendors(Throwable thrown) {
    assertThat(thrown).isInstanceOfAny(IllegalStateException.class, IllegalArgumentException.class);
  }
}
