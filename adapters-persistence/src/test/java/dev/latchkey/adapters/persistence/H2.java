package dev.latchkey.adapters.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The embedded database, in files of its own. */
final class H2 {

  private static final class Shared {
    static final JdbcStore STORE = fresh();
  }

  private H2() {}

  /** One for all tests that make tenants of their own. */
  static JdbcStore shared() {
    return Shared.STORE;
  }

  static JdbcStore fresh() {
    try {
      Path folders = Files.createDirectories(Path.of("target", "h2").toAbsolutePath());
      return in(Files.createTempDirectory(folders, "test"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JdbcStore in(Path folder) {
    return JdbcStore.on("jdbc:h2:file:" + folder.resolve("latchkey"), "sa", "");
  }
}
