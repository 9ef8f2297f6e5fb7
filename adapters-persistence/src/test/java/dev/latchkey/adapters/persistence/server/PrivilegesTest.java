package dev.latchkey.adapters.persistence.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PrivilegesTest {

  private static final String USAGE = "GRANT USAGE ON *.* TO `latchkey`@`%`";

  @Test
  void allPrivilegesOnTheDatabaseOrTheServerAreEnough() {
    assertThat(missing(USAGE, "GRANT ALL PRIVILEGES ON `latchkey`.* TO `latchkey`@`%`")).isEmpty();
    assertThat(missing("GRANT ALL PRIVILEGES ON *.* TO `root`@`%` WITH GRANT OPTION")).isEmpty();
    assertThat(missing("GRANT ALL PRIVILEGES ON \"latchkey\".* TO \"latchkey\"@\"%\"")).isEmpty();
  }

  @Test
  void missingPrivilegesAreNamedWithTheStatementThatGrantsThem() {
    Privileges privileges = new Privileges(
        List.of(USAGE, "GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, INDEX ON `latchkey`.* TO `latchkey`@`%`"),
        "latchkey");

    assertThat(privileges.missing(Privileges.TO_SERVE)).isEmpty();
    assertThat(privileges.missing(Privileges.TO_MIGRATE)).containsExactly("REFERENCES");
    assertThat(privileges.remedy(List.of("INDEX", "REFERENCES")))
        .isEqualTo("GRANT INDEX, REFERENCES ON `latchkey`.* TO <user>");
  }

  @Test
  void namesOfDatabasesArePatterns() {
    String some = "GRANT ALL PRIVILEGES ON `%s`.* TO `latchkey`@`%%`";

    assertThat(missing(some.formatted("latch%"))).isEmpty();
    assertThat(missing(some.formatted("latchke_"))).isEmpty();
    assertThat(missing(some.formatted("latchke\\_"))).isNotEmpty();
    assertThat(missing(some.formatted("other"))).isNotEmpty();
  }

  @Test
  void privilegesOnSingleTablesOrColumnsAreNotEnough() {
    assertThat(missing("GRANT ALL PRIVILEGES ON `latchkey`.`tenant` TO `latchkey`@`%`")).isNotEmpty();
    assertThat(missing("GRANT SELECT (`id`, `name`), INSERT, UPDATE, DELETE ON `latchkey`.* TO `latchkey`@`%`"))
        .contains("SELECT");
  }

  @Test
  void privilegesOfRolesAreUnknownSoNoneIsReported() {
    assertThat(missing(USAGE, "GRANT `writer`@`%` TO `latchkey`@`%`")).isEmpty();
  }

  private static List<String> missing(String... grants) {
    return new Privileges(List.of(grants), "latchkey").missing(Privileges.TO_MIGRATE);
  }
}
