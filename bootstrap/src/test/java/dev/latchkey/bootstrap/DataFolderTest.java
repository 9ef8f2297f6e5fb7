package dev.latchkey.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

  /** The database itself would make a folder that everybody may look into. */
  @Test
  void theFolderIsForItsOwnerAloneAlsoWhereNoSecretIsMade(@TempDir Path folder) throws IOException {
    Path dataDir = folder.resolve("data");

    SettingsReader.read(
        Map.of(
            "LATCHKEY_DATA_DIR", dataDir.toString(),
            "LATCHKEY_OPERATOR_TOKEN", Platform.TOKEN,
            "LATCHKEY_PEPPERS", "1:" + Base64.getEncoder().encodeToString(new byte[32])));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dataDir))).isEqualTo("rwx------");
  }
}
