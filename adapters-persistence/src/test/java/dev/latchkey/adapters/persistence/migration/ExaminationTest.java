package dev.latchkey.adapters.persistence.migration;

import org.junit.jupiter.api.Nested;

class ExaminationTest {

  @Nested
  class OnH2 implements ExaminationContract {

    @Override
    public EmptySchema schema() {
      return EmptySchema.onH2();
    }
  }

  @Nested
  class OnServer implements ExaminationContract {

    @Override
    public EmptySchema schema() {
      return EmptySchema.onServer();
    }
  }
}
