package dev.latchkey.bootstrap.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.util.Map;

/**
 * The server that {@code LATCHKEY_TEST_MYSQL_URL} names. It can be stopped where {@code LATCHKEY_TEST_MYSQL_CONTROL} names a
 * program that does so with the argument {@code halt} or {@code resume}, such as {@code .ci/mysql}.
 */
record GivenServer(String url, String username, String password, String control) implements DatabaseServer {

  static GivenServer at(String url) {
    Map<String, String> environment = System.getenv();
    return new GivenServer(
        url,
        environment.getOrDefault("LATCHKEY_TEST_MYSQL_USERNAME", "root"),
        environment.getOrDefault("LATCHKEY_TEST_MYSQL_PASSWORD", ""),
        environment.getOrDefault("LATCHKEY_TEST_MYSQL_CONTROL", ""));
  }

  @Override
  public void halt() {
    assumeThat(control).as("LATCHKEY_TEST_MYSQL_CONTROL, what stops and starts the given server").isNotEmpty();
    tell("halt");
  }

  @Override
  public void resume() {
    tell("resume");
  }

  private void tell(String what) {
    try {
      assertThat(new ProcessBuilder(control, what).inheritIO().start().waitFor()).as(control + " " + what).isZero();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
