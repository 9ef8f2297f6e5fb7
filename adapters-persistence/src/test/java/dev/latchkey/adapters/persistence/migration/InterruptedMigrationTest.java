package dev.latchkey.adapters.persistence.migration;

import java.util.Optional;
import org.junit.jupiter.api.Nested;

class InterruptedMigrationTest {

  @Nested
  class OnH2 implements InterruptedMigrationContract {

    @Override
    public EmptySchema schema() {
      return EmptySchema.onH2();
    }

    @Override
    public Optional<String> uninterrupted() {
      return Optional.empty();
    }
  }

  @Nested
  class OnServer implements InterruptedMigrationContract {

    @Override
    public EmptySchema schema() {
      return EmptySchema.onServer();
    }

    @Override
    public Optional<String> uninterrupted() {
      return Optional.of("14");
    }
  }
}
