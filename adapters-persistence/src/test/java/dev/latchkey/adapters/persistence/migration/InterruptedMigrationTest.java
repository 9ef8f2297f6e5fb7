package dev.latchkey.adapters.persistence.migration;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

class InterruptedMigrationTest {

  @Nested
  class OnH2 implements InterruptedMigrationContract {

    @Override
    public EmptySchema schema() {
      return EmptySchema.onH2();
    }
  }

  @Nested
  @Tag("server")
  class OnServer implements InterruptedMigrationContract {

    @Override
    public EmptySchema schema() {
      return EmptySchema.onServer();
    }
  }
}
