package dev.latchkey.benchmarks.cluster;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The history of a campaign, a file with a line of JSON for each entry. Can be used by many threads. */
final class History implements AutoCloseable {

  private final Path file;
  private final BufferedWriter writer;
  private final long origin = System.nanoTime();

  private History(Path file, BufferedWriter writer) {
    this.file = file;
    this.writer = writer;
  }

  /** Begins an empty history. */
  static History begin(Path file) {
    try {
      return new History(file, Files.newBufferedWriter(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads all entries of a file. The last line is left out if it is incomplete, as after a kill of the campaign. */
  static List<Entry> read(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.filter(line -> line.endsWith("}")).map(EntryJson::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the nanoseconds since the beginning. */
  long now() {
    return System.nanoTime() - origin;
  }

  void add(Entry entry) {
    String line = EntryJson.write(entry);
    synchronized (writer) {
      try {
        writer.write(line);
        writer.newLine();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Returns the entries so far. */
  List<Entry> entries() {
    synchronized (writer) {
      try {
        writer.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return read(file);
  }

  @Override
  public void close() {
    synchronized (writer) {
      try {
        writer.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
