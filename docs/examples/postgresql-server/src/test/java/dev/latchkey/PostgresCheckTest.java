package dev.latchkey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command of the second walk on the store of the first, as a process of its own. */
class PostgresCheckTest {

  @TempDir
  Path folder;

  @Test
  void aKeyThatIsNoneIsRefused() throws Exception {
    assertThat(statusWith(given("PASSWORD"))).isEqualTo(1);
    assertThat(Files.readString(said(), UTF_8)).contains("refused  key_");
  }

  @Test
  void withAWrongPasswordNothingIsChecked() throws Exception {
    assertThat(statusWith("not " + given("PASSWORD"))).isEqualTo(4);
    assertThat(Files.readString(said(), UTF_8))
        .contains("Nothing was checked: ", "check LATCHKEY_DB_URL, LATCHKEY_DB_USERNAME and LATCHKEY_DB_PASSWORD")
        .doesNotContain(given("PASSWORD"));
  }

  private int statusWith(String password) throws IOException, InterruptedException {
    ProcessBuilder command = new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
        System.getProperty("java.class.path"), "dev.latchkey.bootstrap.LatchkeyCheck");
    var settings = command.environment();
    settings.keySet().removeIf(name -> name.startsWith("LATCHKEY_"));
    settings.put("LATCHKEY_DB_URL", given("URL"));
    settings.put("LATCHKEY_DB_USERNAME", given("USERNAME"));
    settings.put("LATCHKEY_DB_PASSWORD", password);
    settings.put("LATCHKEY_OPERATOR_TOKEN", "0123456789abcdef".repeat(4));
    settings.put("LATCHKEY_PEPPERS", "1:" + "A".repeat(43) + "=");
    settings.put("API_KEY", "lk_live_0123456789");
    Process process = command.redirectErrorStream(true).redirectOutput(said().toFile()).start();
    try {
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("it ended").isTrue();
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }

  private Path said() {
    return folder.resolve("said");
  }

  private static String given(String name) {
    return Objects.requireNonNull(
        System.getenv("LATCHKEY_TEST_POSTGRESQL_" + name),
        "No PostgreSQL to test with: .ci/postgresql start; eval \"$(.ci/postgresql env)\"");
  }
}
