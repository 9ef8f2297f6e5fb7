package dev.latchkey.contracts;

import static org.assertj.core.api.Assertions.assertThat;

/** What comes out of a port where the caller has a bug. */
final class Thrown {

  private Thrown() {}

  /** A vendor's exception stops in its adapter. */
  static void isNoVendors(Throwable thrown) {
    assertThat(thrown).isInstanceOfAny(IllegalStateException.class, IllegalArgumentException.class);
  }
}
