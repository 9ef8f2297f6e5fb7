package dev.latchkey.benchmarks.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** P8: from start to ready on both cores, without and with the JDK's AOT cache, and the memory held then. */
public final class Starts {

  private static final String BOTH_CORES = "0,1";
  private static final List<String> OPTIONS = List.of("-Xmx256m", "-XX:+UseSerialGC");

  private Starts() {}

  /** Takes {@code --quick}: three starts of each instead of ten. */
  public static void main(String[] arguments) {
    boolean quick = List.of(arguments).contains("--quick");
    Store store = Store.empty();
    Path cache = Scratch.FOLDER.resolve("latchkey.aot");
    // Learns by one run which classes a start needs, and writes them down when it ends.
    Launch.latchkey(BOTH_CORES, with("-XX:AOTCacheOutput=" + cache), store.settings()).close();
    if (!Files.exists(cache)) {
      throw new IllegalStateException("The JDK wrote no AOT cache");
    }
    List<Double> plain = new ArrayList<>();
    List<Double> cached = new ArrayList<>();
    List<Double> held = new ArrayList<>();
    for (int i = 0; i < (quick ? 3 : 10); i++) {
      try (Launch launch = Launch.latchkey(BOTH_CORES, OPTIONS, store.settings())) {
        plain.add((double) launch.toReady().toMillis());
      }
      try (Launch launch = Launch.latchkey(BOTH_CORES, with("-XX:AOTCache=" + cache), store.settings())) {
        cached.add((double) launch.toReady().toMillis());
        held.add((double) Machine.residentMebibytes(launch.process().pid()));
      }
    }
    Table table = new Table("start, " + store.name() + " store", "ms to ready", "lowest", "highest", "MiB resident");
    row(table, "plain", plain, "");
    row(table, "with the AOT cache", cached, Table.number(Table.median(held)));
    table.print("benchmarks/run start" + (quick ? " --quick" : ""));
  }

  private static List<String> with(String option) {
    List<String> options = new ArrayList<>(OPTIONS);
    options.add(option);
    return options;
  }

  private static void row(Table table, String name, List<Double> millis, String held) {
    List<Double> sorted = millis.stream().sorted().toList();
    table.row(name, Table.number(Table.median(millis)), Table.number(sorted.getFirst()),
        Table.number(sorted.getLast()), held);
  }
}
