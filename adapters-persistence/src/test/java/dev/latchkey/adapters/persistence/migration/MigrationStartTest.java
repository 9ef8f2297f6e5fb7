package dev.latchkey.adapters.persistence.migration;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

class MigrationStartTest {

  @Nested
  class OnH2 implements MigrationStartContract {

    @Override
    public EmptySchema schema() {
      return EmptySchema.onH2();
    }
  }

  @Nested
  @Tag("server")
  class OnServer implements MigrationStartContract {

    @Override
    public EmptySchema schema() {
      return EmptySchema.onServer();
    }
  }
}
