package dev.latchkey.adapters.persistence.migration;

import org.junit.jupiter.api.Nested;

class InterruptedMigrationTest {

  @Nested
  class OnH2 implements InterruptedMigrationContract {

    @Override
    public EmptySchema schema() {
      return EmptySchema.onH2();
    }
  }
}
