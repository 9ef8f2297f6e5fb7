package dev.latchkey.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of this run. The script that started it removes it. */
final class Scratch {

  static final Path FOLDER = Path.of(System.getProperty("benchmarks.scratch"));
  static final String LOG = FOLDER.resolve("servers.log").toString();

  private Scratch() {}

  static Path write(String name, String text) {
    try {
      return Files.writeString(FOLDER.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
