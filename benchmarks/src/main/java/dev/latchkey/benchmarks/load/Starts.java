package dev.latchkey.benchmarks.load;

import dev.latchkey.benchmarks.Installation;
import dev.latchkey.domain.key.format.PlainKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * P8: from start to ready on both cores, without and with the JDK's AOT cache; the memory held then, and once every one of
 * ten thousand keys was used.
 */
public final class Starts {

  private static final String BOTH_CORES = "0,1";
  private static final int KEYS = 10_000;
  /** As the README runs it in production, in a small heap. */
  private static final List<String> OPTIONS = List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders");

  private Starts() {}

  /** Takes {@code --quick}: three starts of each instead of ten. */
  public static void main(String[] arguments) throws SQLException {
    boolean quick = List.of(arguments).contains("--quick");
    Store store = Store.empty();
    List<PlainKey> keys;
    try (Installation installation = Installation.on(store.url(), store.username(), store.password())) {
      keys = MillionKeys.seeded(installation, store, KEYS);
    }
    Route everyKey = Route.withEach("every key", HttpComparison.WHOAMI, keys);
    Path cache = Scratch.FOLDER.resolve("latchkey.aot");
    // Learns by one run which classes a start needs, and writes them down when it ends.
    Launch.latchkey(BOTH_CORES, with("-XX:AOTCacheOutput=" + cache), store.settings()).close();
    if (!Files.exists(cache)) {
      throw new IllegalStateException("The JDK wrote no AOT cache");
    }
    List<Double> plain = new ArrayList<>();
    List<Double> cached = new ArrayList<>();
    List<Double> plainHeld = new ArrayList<>();
    List<Double> plainUsed = new ArrayList<>();
    List<Double> cachedHeld = new ArrayList<>();
    List<Double> cachedUsed = new ArrayList<>();
    for (int i = 0; i < (quick ? 3 : 10); i++) {
      try (Launch launch = Launch.latchkey(BOTH_CORES, OPTIONS, store.settings())) {
        plain.add((double) launch.toReady().toMillis());
        plainHeld.add(held(launch));
        use(everyKey, launch);
        plainUsed.add(held(launch));
      }
      try (Launch launch = Launch.latchkey(BOTH_CORES, with("-XX:AOTCache=" + cache), store.settings())) {
        cached.add((double) launch.toReady().toMillis());
        cachedHeld.add(held(launch));
        use(everyKey, launch);
        cachedUsed.add(held(launch));
      }
    }
    Table table = new Table("start, " + store.name() + " store", "ms to ready", "lowest", "highest", "MiB resident",
        "MiB after 10,000 keys");
    row(table, "plain", plain, plainHeld, plainUsed);
    row(table, "with the AOT cache", cached, cachedHeld, cachedUsed);
    table.print("benchmarks/run start" + (quick ? " --quick" : ""));
  }

  private static List<String> with(String option) {
    List<String> options = new ArrayList<>(OPTIONS);
    options.add(option);
    return options;
  }

  private static double held(Launch launch) {
    return Machine.residentMebibytes(launch.process().pid());
  }

  /** Until each key has been used, and the JVM has compiled what that takes. */
  private static void use(Route everyKey, Launch launch) {
    long used = 0;
    while (used < 3 * KEYS) {
      used += Wrk.drive(everyKey, launch.port(), 2).requests();
    }
  }

  private static void row(Table table, String name, List<Double> millis, List<Double> held, List<Double> used) {
    List<Double> sorted = millis.stream().sorted().toList();
    table.row(name, Table.number(Table.median(millis)), Table.number(sorted.getFirst()),
        Table.number(sorted.getLast()), Table.number(Table.median(held)), Table.number(Table.median(used)));
  }
}
