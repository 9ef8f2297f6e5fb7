package dev.latchkey.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RuleCatalogTest {

  private static final Path PAGE = OurOwnCode.top().resolve("docs/rules.md");

  private static final String COMMAND = "./mvnw -q -pl architecture-tests -am test -Dtest=RuleCatalogTest "
      + "-Dsurefire.failIfNoSpecifiedTests=false -Drules.write=true";

  private final String page = new RuleCatalog(new Hexagon("dev.latchkey").rules()).page(COMMAND);

  @Test
  void thePageInDocsSaysWhatTheRulesSay() throws IOException {
    if (Boolean.getBoolean("rules.write")) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE).as("stale; regenerate it with: %s", COMMAND).exists().hasContent(page);
  }

  @Test
  void everyRuleIsOnThePage() {
    assertThat(new Hexagon("dev.latchkey").rules())
        .allSatisfy(rule -> assertThat(page).contains("## " + rule.name() + "\n").contains(rule.instead()));
  }
}
