package dev.latchkey.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.port.out.ForMintingIds;
import io.micronaut.context.exceptions.NoSuchBeanException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reason of a failed start names what the operator or the developer can correct. */
class FailedStartTest {

  @Test
  void aMissingBeanIsNotPutDownToTheDatabase(@TempDir Path folder) {
    Settings settings = SettingsReader.read(
        Map.of("LATCHKEY_DATA_DIR", folder.resolve("data").toString(), "LATCHKEY_OPERATOR_TOKEN", Platform.TOKEN));

    assertThat(FailedStart.explained(
        new IllegalStateException(new NoSuchBeanException(ForMintingIds.class)), settings).text())
        .contains("ForMintingIds", "Correct dev.latchkey.bootstrap.Wiring")
        .doesNotContain("LATCHKEY_DATA_DIR");
  }
}
