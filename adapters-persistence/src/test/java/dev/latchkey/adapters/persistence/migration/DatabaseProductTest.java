package dev.latchkey.adapters.persistence.migration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseProductTest {

  @ParameterizedTest
  @CsvSource({
      "MySQL, 5.5.5-10.11.18-MariaDB-1:10.11.18+maria~deb12, MariaDB 10.11.18",
      "MySQL, 11.4.5-MariaDB-ubu2404, MariaDB 11.4.5",
      "MySQL, 8.0.36-28, MySQL 8.0.36-28",
      "H2, 2.3.232 (2024-08-11), H2 2.3.232 (2024-08-11)"
  })
  void mariaDbIsNamedAsSuch(String name, String version, String text) {
    assertThat(DatabaseProduct.of(name, version)).hasToString(text);
  }
}
