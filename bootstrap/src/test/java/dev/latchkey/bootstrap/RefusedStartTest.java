package dev.latchkey.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings that cannot be right stop the start, name themselves and the way out, and keep their secrets. */
class RefusedStartTest {

  private static final int WRONG_USE = 2;
  private static final String SECRET = "s3cret-that-nobody-may-see";
  private static final String PEPPER = "1:" + Base64.getEncoder().encodeToString(new byte[32]);
  private static final Map<String, String> MYSQL = Map.of(
      "LATCHKEY_DB_URL", "jdbc:mysql://127.0.0.1:1/latchkey",
      "LATCHKEY_DB_USERNAME", "latchkey",
      "LATCHKEY_DB_PASSWORD", SECRET);

  @TempDir
  private Path folder;

  @Test
  void aSettingThatDoesNotExistIsRefused() {
    assertRefused(Map.of("LATCHKEY_COLOUR", SECRET), "LATCHKEY_COLOUR is not a setting of Latchkey");
  }

  @Test
  void aMisspeltSettingIsToldTheRightSpelling() {
    assertRefused(Map.of("LATCHKEY_OPERATOR_TOKN", SECRET), "Did you mean LATCHKEY_OPERATOR_TOKEN?");
  }

  @Test
  void onMySqlTheSecretsAreRequired() {
    assertRefused(MYSQL, "LATCHKEY_OPERATOR_TOKEN is missing", "LATCHKEY_PEPPERS is missing", "at least 32");
  }

  @Test
  void allFaultsAreToldAtOnce() {
    assertRefused(
        Map.of("LATCHKEY_PORT", "http", "LATCHKEY_DEMO", "yes", "LATCHKEY_TRUSTED_PROXIES", "10.0.0.0/33",
            "LATCHKEY_PUBLIC_URL", "keys.example.com", "LATCHKEY_CORS_ORIGINS", "*", "LATCHKEY_DB_PASSWORD", SECRET),
        "LATCHKEY_PORT is a number from 0", "LATCHKEY_DEMO is true or false", "10.0.0.0/33", "LATCHKEY_PUBLIC_URL",
        "LATCHKEY_CORS_ORIGINS: \"*\" is not an origin", "https://",
        "LATCHKEY_DB_PASSWORD is set without LATCHKEY_DB_URL");
  }

  @Test
  void aPortThatNoMachineHasIsRefused() {
    assertRefused(Map.of("LATCHKEY_PORT", "65536"), "LATCHKEY_PORT", "65535");
  }

  @Test
  void aWaitThatIsNoneIsRefused() {
    for (String wait : List.of("-1", "3601", "soon", "60s")) {
      assertRefused(Map.of("LATCHKEY_DB_WAIT", wait), "LATCHKEY_DB_WAIT", "seconds from 0 to 3600", wait);
    }
  }

  @Test
  void aShortTokenIsRefused() {
    assertRefused(Map.of("LATCHKEY_OPERATOR_TOKEN", SECRET), "LATCHKEY_OPERATOR_TOKEN", "at least 32 characters");
  }

  @Test
  void aPepperThatIsNoneIsRefused() {
    assertRefused(Map.of("LATCHKEY_PEPPERS", SECRET), "LATCHKEY_PEPPERS", "version:base64");
    assertRefused(Map.of("LATCHKEY_PEPPERS", "1:" + SECRET), "LATCHKEY_PEPPERS", "base64");
    assertRefused(Map.of("LATCHKEY_PEPPERS", "1:c2hvcnQ="), "LATCHKEY_PEPPERS", "at least 32 bytes");
    assertRefused(Map.of("LATCHKEY_PEPPERS", PEPPER + "," + PEPPER), "LATCHKEY_PEPPERS", "twice");
  }

  @Test
  void anAddressOfAnotherDatabaseIsRefusedWithoutItsPassword() {
    assertRefused(
        Map.of("LATCHKEY_DB_URL", "jdbc:postgresql://u:" + SECRET + "@db/latchkey", "LATCHKEY_DB_USERNAME", "u"),
        "LATCHKEY_DB_URL", "jdbc:mysql://");
  }

  @Test
  void aDataFolderThatIsNoneIsRefused() throws Exception {
    Files.writeString(folder.resolve("data"), "a file");

    assertRefused(Map.of(), "LATCHKEY_DATA_DIR", folder.resolve("data").toString());
  }

  @Test
  void aDatabaseThatDoesNotAnswerFailsTheStartAndNamesItsSettings() {
    Map<String, String> settings = new HashMap<>(MYSQL);
    settings.put("LATCHKEY_OPERATOR_TOKEN", Platform.TOKEN);
    settings.put("LATCHKEY_PEPPERS", PEPPER);
    settings.put("LATCHKEY_DB_WAIT", "0");
    try (RunningServer server = RunningServer.launch(folder.resolve("data"), settings)) {
      assertThat(server.exitStatus()).as(server.output()).isEqualTo(1);
      assertThat(server.output())
          .contains("Latchkey was not started", "127.0.0.1:1 accepts no connections", "LATCHKEY_DB_URL")
          .doesNotContain(SECRET, Platform.TOKEN, "\tat ");
    }
  }

  @Test
  void helpPrintsEverySetting() {
    try (RunningServer server = RunningServer.launch(folder.resolve("data"), Map.of(), "--help")) {
      assertThat(server.exitStatus()).isZero();
      StoreModule store = StoreModule.onClassPath();
      assertThat(List.of(Setting.values()))
          .allSatisfy(setting -> assertThat(server.output()).contains(setting.name(), setting.help(store)));
    }
  }

  @Test
  void anArgumentThatNobodyKnowsGetsTheHelpAndNoServer() {
    try (RunningServer server = RunningServer.launch(folder.resolve("data"), Map.of(), "--port=8080")) {
      assertThat(server.exitStatus()).isEqualTo(WRONG_USE);
      assertThat(server.output()).contains("LATCHKEY_PORT");
    }
  }

  private void assertRefused(Map<String, String> settings, String... words) {
    Path dataDir = folder.resolve("data");
    boolean wasThere = Files.exists(dataDir);
    try (RunningServer server = RunningServer.launch(dataDir, settings)) {
      assertThat(server.exitStatus()).as(server.output()).isEqualTo(WRONG_USE);
      assertThat(server.output())
          .contains(words)
          .contains("Latchkey was not started", "--help")
          .doesNotContain(SECRET, PEPPER, "\tat ", "Latchkey is ready");
    }
    assertThat(Files.exists(dataDir)).as("something was left behind").isEqualTo(wasThere);
  }
}
