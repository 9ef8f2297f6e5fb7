package dev.latchkey.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files of an embedded installation are for their owner alone. */
class DataFolderTest {

  @TempDir
  private Path folder;

  private Path dataDir = Path.of("");

  @BeforeEach
  void name() {
    dataDir = folder.resolve("data");
  }

  /** The database itself would make a folder that everybody may look into. */
  @Test
  void theFolderIsForItsOwnerAloneAlsoWhereNoSecretIsMade() throws IOException {
    SettingsReader.read(
        Map.of(
            "LATCHKEY_DATA_DIR", dataDir.toString(),
            "LATCHKEY_OPERATOR_TOKEN", Platform.TOKEN,
            "LATCHKEY_PEPPERS", "1:" + Base64.getEncoder().encodeToString(new byte[32])));

    assertThat(rights(dataDir)).isEqualTo("rwx------");
  }

  @Test
  void everyFileOfARunningServerIsForItsOwnerAloneAlsoInAFolderThatOthersMayEnter() throws IOException {
    Files.createDirectory(dataDir);
    Files.setPosixFilePermissions(dataDir, PosixFilePermissions.fromString("rwxr-xr-x"));
    for (int start = 0; start < 2; start++) {
      try (RunningServer server = RunningServer.start(dataDir, Map.of())) {
        assertThat(server.output()).contains(dataDir + " has the rights rwxr-xr-x", "chmod 700 " + dataDir);
        assertOwnersAlone();
        assertThat(server.stop()).isZero();
      }
      assertOwnersAlone();
    }
    assertThat(rights(dataDir)).as("a folder that was there is its owner's to change").isEqualTo("rwxr-xr-x");
  }

  @Test
  void aDatabaseThatOthersCouldReadIsTheOwnersAgainWithAWarning() throws IOException {
    SettingsReader.read(Map.of("LATCHKEY_DATA_DIR", dataDir.toString()));
    Path database = dataDir.resolve("latchkey.mv.db");
    Files.setPosixFilePermissions(database, PosixFilePermissions.fromString("rw-r--r--"));

    List<String> warnings = SettingsReader.read(Map.of("LATCHKEY_DATA_DIR", dataDir.toString())).notes();

    assertThat(warnings).anyMatch(warning -> warning.startsWith(database + " had the rights rw-r--r--"));
    assertThat(rights(database)).isEqualTo("rw-------");
    assertThat(SettingsReader.read(Map.of("LATCHKEY_DATA_DIR", dataDir.toString())).notes())
        .noneMatch(note -> note.contains("rights"));
  }

  @ParameterizedTest
  @CsvSource({
      "operator-token, rw-rw-rw-", "operator-token, rw-r-----", "operator-token, rw----r--", "peppers, rw-rw----",
      "peppers, rw-r--r--", "peppers, rwx-----x"
  })
  void aSecretThatOthersCouldReadOrChangeStopsTheStart(String name, String rights) throws IOException {
    Map<String, String> settings = Map.of("LATCHKEY_DATA_DIR", dataDir.toString());
    SettingsReader.read(settings);
    Path secret = dataDir.resolve(name);
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString(rights));

    assertThatThrownBy(() -> SettingsReader.read(settings))
        .isInstanceOf(InvalidSettings.class)
        .hasMessageContaining(secret + " has the rights " + rights)
        .hasMessageContaining("chmod 600 " + secret);
    assertThat(rights(secret)).as("it is not made to look sound").isEqualTo(rights);
  }

  private void assertOwnersAlone() throws IOException {
    try (Stream<Path> files = Files.list(dataDir)) {
      assertThat(files.toList()).hasSizeGreaterThanOrEqualTo(3)
          .allSatisfy(file -> assertThat(rights(file)).as(file.toString()).isEqualTo("rw-------"));
    }
  }

  private static String rights(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
