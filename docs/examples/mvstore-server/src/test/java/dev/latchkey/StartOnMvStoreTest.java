package dev.latchkey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts that have to fail, as processes of their own. That the server starts is tested by {@code .ci/smoke mvstore}. */
class StartOnMvStoreTest {

  @TempDir
  Path folder;

  @Test
  void missingAddressIsReportedWithItsForm() throws Exception {
    assertThat(statusWith(Map.of())).isNotZero();

    assertThat(said()).contains("LATCHKEY_DB_URL is missing: it is the address of MVStore, such as mvstore:FILE.");
  }

  @Test
  void addressOfAnotherStoreIsRefused() throws Exception {
    assertThat(statusWith(Map.of("LATCHKEY_DB_URL", "jdbc:mysql://127.0.0.1/latchkey"))).isNotZero();

    assertThat(said()).contains("LATCHKEY_DB_URL starts with mvstore:");
  }

  @Test
  void userNameAndPasswordAreRefusedAsTheyWouldProtectNothing() throws Exception {
    Map<String, String> settings = Map.of(
        "LATCHKEY_DB_URL", "mvstore:" + folder.resolve("store.mv"),
        "LATCHKEY_DB_USERNAME", "latchkey",
        "LATCHKEY_DB_PASSWORD", "a password of tests");
    assertThat(statusWith(settings)).isNotZero();

    assertThat(said())
        .contains(
            "LATCHKEY_DB_USERNAME is set, but MVStore takes none: remove it.",
            "LATCHKEY_DB_PASSWORD is set, but MVStore takes none: remove it.")
        .doesNotContain("a password of tests");
    assertThat(folder.resolve("store.mv")).doesNotExist();
  }

  private int statusWith(Map<String, String> ofTheStore) throws IOException, InterruptedException {
    ProcessBuilder command = new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
        System.getProperty("java.class.path"), "dev.latchkey.bootstrap.Latchkey");
    var settings = command.environment();
    settings.keySet().removeIf(name -> name.startsWith("LATCHKEY_"));
    settings.put("LATCHKEY_PORT", "0");
    settings.putAll(ofTheStore);
    settings.put("LATCHKEY_OPERATOR_TOKEN", "0123456789abcdef".repeat(4));
    settings.put("LATCHKEY_PEPPERS", "1:" + "A".repeat(43) + "=");
    Process process = command.redirectErrorStream(true).redirectOutput(output().toFile()).start();
    try {
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("it ended").isTrue();
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }

  private String said() throws IOException {
    return Files.readString(output(), UTF_8);
  }

  private Path output() {
    return folder.resolve("output");
  }
}
