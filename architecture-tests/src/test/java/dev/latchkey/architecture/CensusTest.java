package dev.latchkey.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CensusTest {

  private static final String COUNTED = "dev/latchkey/architecture/CensusTest.class";

  @TempDir
  private Path folder;

  @Test
  void everyClassFileOfAFolderIsImported() throws Exception {
    copyOfThisClass(COUNTED);

    assertThat(new Census(List.of(folder)).classes().stream().map(JavaClass::getName))
        .containsExactly(CensusTest.class.getName());
  }

  @Test
  void aClassFileThatTheImporterSkipsIsReportedByName() throws Exception {
    copyOfThisClass(COUNTED);
    Files.write(folder.resolve("dev/latchkey/architecture/Broken.class"), new byte[]{1, 2, 3});

    assertThatThrownBy(() -> new Census(List.of(folder)).classes())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("dev.latchkey.architecture.Broken")
        .hasMessageNotContaining("CensusTest");
  }

  @Test
  void aClassFileOfAFutureCompilerIsReportedByName() throws Exception {
    copyOfThisClass(COUNTED);
    var future = Files.readAllBytes(folder.resolve(COUNTED));
    future[7] = 127;
    Files.write(folder.resolve(COUNTED), future);

    assertThatThrownBy(() -> new Census(List.of(folder)).classes())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("CensusTest");
  }

  @Test
  void moduleDescriptorsAreNoClasses() throws Exception {
    copyOfThisClass(COUNTED);
    Files.write(folder.resolve("module-info.class"), new byte[]{1, 2, 3});

    assertThat(new Census(List.of(folder)).classes()).hasSize(1);
  }

  @Test
  void aFolderWithoutClassFilesIsRefused() {
    assertThatThrownBy(() -> new Census(List.of(folder)).classes())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(folder.toString());
  }

  @Test
  void aFolderThatIsNotThereIsRefused() {
    var missing = folder.resolve("missing");

    assertThatThrownBy(() -> new Census(List.of(missing)).classes())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(missing.toString());
  }

  private void copyOfThisClass(String name) throws IOException, URISyntaxException {
    var source = Path.of(CensusTest.class.getResource("CensusTest.class").toURI());
    Files.createDirectories(folder.resolve(name).getParent());
    Files.copy(source, folder.resolve(name));
  }
}
