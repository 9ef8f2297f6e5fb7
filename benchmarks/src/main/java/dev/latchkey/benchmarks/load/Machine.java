package dev.latchkey.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** What a table has to say of where its figures come from. */
public final class Machine {

  private Machine() {}

  public static String described() {
    String cpu = found("/proc/cpuinfo", "model name");
    long gibibytes = Math.round(Long.parseLong(found("/proc/meminfo", "MemTotal").replace(" kB", "")) / 1024.0 / 1024);
    return Runtime.getRuntime().availableProcessors() + " cores of " + cpu + ", " + gibibytes + " GiB, JDK "
        + Runtime.version();
  }

  /** CPU time that a process has used so far, in milliseconds. */
  static long cpuMillis(long pid) {
    String[] fields = read(Path.of("/proc/" + pid + "/stat"), stat -> stat.substring(stat.lastIndexOf(')') + 2))
        .split(" ", -1);
    // The kernel counts in hundredths of a second.
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * 10;
  }

  /** Memory that a process holds, in mebibytes. */
  static long residentMebibytes(long pid) {
    return Long.parseLong(found("/proc/" + pid + "/status", "VmRSS").replace(" kB", "")) / 1024;
  }

  private static String found(String file, String name) {
    return read(
        Path.of(file),
        text -> text.lines().filter(line -> line.startsWith(name)).findFirst()
            .map(line -> line.substring(line.indexOf(':') + 1).strip()).orElse("unknown"));
  }

  private static String read(Path file, UnaryOperator<String> part) {
    try {
      return part.apply(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
