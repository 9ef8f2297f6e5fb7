package dev.latchkey.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapters.commandline.KeyCheck;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a process of its own, where it does not get as far as to a key. */
class LatchkeyCheckTest {

  private static final int FAILED = 4;
  private static final String DB_PASSWORD = "a password that stays here";

  @TempDir
  Path folder;

  /** How it ended, and what it said. */
  private record Ended(int status, String out, String err) {}

  @Test
  void whereTheDatabaseIsDownNothingIsCheckedAndItIsSaidWhereToLook() throws Exception {
    Ended ended = run(
        Map.of(
            "LATCHKEY_DB_URL", "jdbc:mysql://127.0.0.1:" + portThatNobodyHas() + "/latchkey",
            "LATCHKEY_DB_USERNAME", "latchkey",
            "LATCHKEY_DB_PASSWORD", DB_PASSWORD,
            "LATCHKEY_DB_WAIT", "0",
            "LATCHKEY_OPERATOR_TOKEN", "0123456789abcdef".repeat(4),
            "LATCHKEY_PEPPERS", "1:" + "A".repeat(43) + "="));

    assertThat(ended.status).as(ended.err).isEqualTo(FAILED);
    assertThat(ended.err).contains("Nothing was checked: ", "see whether it runs, and check LATCHKEY_DB_URL");
    assertThat(ended.err + ended.out).doesNotContain(DB_PASSWORD);
    assertThat(ended.out).doesNotContain("allowed", "refused");
  }

  @Test
  void whereASettingIsUnsoundItIsNamed() throws Exception {
    Ended ended = run(Map.of("LATCHKEY_DB_URL", "jdbc:oracle:thin:@//db", "LATCHKEY_DB_USERNAME", "latchkey"));

    assertThat(ended.status).as(ended.err).isEqualTo(FAILED);
    assertThat(ended.err).contains("LATCHKEY_DB_URL starts with jdbc:mysql:");
  }

  @Test
  void helpNeedsNoSettings() throws Exception {
    assertThat(run(Map.of(), "--help")).isEqualTo(new Ended(0, KeyCheck.HELP, ""));
  }

  private Ended run(Map<String, String> settings, String... arguments) throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder command = new ProcessBuilder(
        Stream.concat(
            Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), LatchkeyCheck.class.getName()),
            Stream.of(arguments)).toList());
    command.environment().keySet().removeIf(name -> name.startsWith("LATCHKEY_") || name.startsWith("JAVA_"));
    command.environment().putAll(settings);
    command.environment().put("API_KEY", "lk_live_0123456789");
    Process process = command.directory(folder.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile())
        .start();
    try {
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("it ended").isTrue();
      return new Ended(process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
    } finally {
      process.destroyForcibly();
    }
  }

  private static int portThatNobodyHas() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
