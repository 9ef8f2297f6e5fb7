package dev.latchkey.benchmarks.load;

import dev.latchkey.application.port.in.ForCheckingAccess;
import dev.latchkey.application.port.out.ForFindingCredentials;
import dev.latchkey.benchmarks.Installation;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.access.Caller;
import dev.latchkey.domain.access.PresentedCredentials;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.key.format.Environment;
import dev.latchkey.domain.key.format.KeySecret;
import dev.latchkey.domain.key.format.PlainKey;
import dev.latchkey.domain.key.format.PresentedKey;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** P3: deciding about requests by Zipf's law with a million keys and with a thousand, and what a key takes in memory. */
public final class MillionKeys {

  private static final int FEW = 1_000;
  private static final int MANY = 1_000_000;
  private static final int DRAWS = 1 << 20;

  /** Few enough for a second to be time for twice as many that are in memory already. */
  private static final int AT_ONCE = 10_000;

  private static final Optional<Permission> NEEDED = Optional.of(Permission.LEADS_WRITE);

  private MillionKeys() {}

  /** Takes {@code --quick}: a tenth of the keys. */
  public static void main(String[] arguments) throws SQLException {
    boolean quick = List.of(arguments).contains("--quick");
    Store store = Store.empty();
    List<PlainKey> keys = inMemory(store, quick);
    overHttp(store, keys, quick);
  }

  private static List<PlainKey> inMemory(Store store, boolean quick) throws SQLException {
    int many = quick ? MANY / 10 : MANY;
    try (Installation installation = Installation.on(store.url(), store.username(), store.password())) {
      List<PlainKey> keys = seeded(installation, store, many);
      ForFindingCredentials credentials = installation.credentials();
      keys.subList(0, FEW).forEach(key -> credentials.find(key.id()));
      long before = usedBytes();
      for (PlainKey key : keys) {
        // Memory holds the id that it was asked for, which a request reads anew.
        credentials.find(new KeyId(key.id().value()));
      }
      long perKey = (usedBytes() - before) / (many - FEW);
      List<Double> few = new ArrayList<>();
      List<Double> all = new ArrayList<>();
      Load fewKeys = Load.over(keys.subList(0, FEW));
      Load allKeys = Load.over(keys);
      for (int round = 0; round < 6; round++) {
        few.add(fewKeys.nanos(installation.access()));
        all.add(allKeys.nanos(installation.access()));
      }
      // The first round of each warms up.
      double fewNanos = Table.median(few.subList(1, few.size()));
      double allNanos = Table.median(all.subList(1, all.size()));
      Table table = new Table("keys in memory", "ns a decision", "decisions/s on one core", "throughput",
          "bytes of heap a key");
      table.row(
          String.format("%,d", FEW), Table.number(fewNanos), Table.number(1e9 / fewNanos), "1", "");
      table.row(
          String.format("%,d", many), Table.number(allNanos), Table.number(1e9 / allNanos),
          Table.ratio(fewNanos / allNanos), Long.toString(perKey));
      table.print("benchmarks/run keys" + (quick ? " --quick" : ""));
      return keys;
    }
  }

  /** The same to a server that holds all the keys. */
  private static void overHttp(Store store, List<PlainKey> keys, boolean quick) {
    Route fewKeys = Route.withEach("few", HttpComparison.WHOAMI, Load.over(keys.subList(0, FEW)).drawn());
    Route allKeys = Route.withEach("many", HttpComparison.WHOAMI, Load.over(keys).drawn());
    List<Double> few = new ArrayList<>();
    List<Double> all = new ArrayList<>();
    try (Launch latchkey = Launch.latchkey(Launch.SERVER_CORE, List.of("-Xmx2g", "-XX:+UseSerialGC"),
        store.settings())) {
      for (int from = 0; from < keys.size(); from += AT_ONCE) {
        Route some = Route.withEach("some", HttpComparison.WHOAMI, keys.subList(from, from + AT_ONCE));
        while (Wrk.drive(some, latchkey.port(), 1).requests() < 2 * AT_ONCE) {
          System.err.printf("  %,d of %,d keys are in memory%n", from, keys.size());
        }
      }
      for (int round = 0; round < (quick ? 4 : 11); round++) {
        few.add(cpuMicros(fewKeys, latchkey));
        all.add(cpuMicros(allKeys, latchkey));
      }
    }
    double fewMicros = Table.median(few.subList(1, few.size()));
    double allMicros = Table.median(all.subList(1, all.size()));
    Table table = new Table("keys in use, whoami over HTTP", "µs CPU", "throughput");
    table.row(String.format("%,d", FEW), Table.number(fewMicros), "1");
    table.row(String.format("%,d", keys.size()), Table.number(allMicros), Table.ratio(fewMicros / allMicros));
    table.print("benchmarks/run keys" + (quick ? " --quick" : ""));
  }

  private static double cpuMicros(Route route, Launch latchkey) {
    long cpu = Machine.cpuMillis(latchkey.process().pid());
    Wrk seen = Wrk.drive(route, latchkey.port(), 3);
    return (Machine.cpuMillis(latchkey.process().pid()) - cpu) * 1000.0 / seen.requests();
  }

  /** Keys whose secrets follow from their ids, so that they need not be kept. */
  static List<PlainKey> seeded(Installation installation, Store store, int many) throws SQLException {
    TenantScope tenant = installation.tenant();
    PlainKey template = installation.key(tenant, KeySettings.named(new Name("Benchmark")));
    List<PlainKey> keys = new ArrayList<>(many);
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < many; i++) {
      keys.add(
          new PlainKey(
              Environment.LIVE, new KeyId((1L << 60) + ((long) i << 24)), KeySecret.drawn(random::nextInt)));
    }
    try (Connection connection = store.connect()) {
      Seeds.copy(connection, "api_key", template.id().value(), many, i -> {
        PlainKey key = keys.get(i);
        return Map.of(
            "id", key.id().value(),
            "masked", key.mask().value(),
            "mac", HexFormat.of().formatHex(installation.seals().seal(key.secret()).mac()));
      });
    }
    return keys;
  }

  /** Requests in the order in which they come: of {@code n} keys the k-th comes with a frequency of 1/k. */
  private static final class Load {

    private final List<PlainKey> keys;
    private final int[] draws;

    private Load(List<PlainKey> keys, int[] draws) {
      this.keys = keys;
      this.draws = draws;
    }

    static Load over(List<PlainKey> keys) {
      double[] upTo = new double[keys.size()];
      double sum = 0;
      for (int k = 0; k < keys.size(); k++) {
        sum += 1.0 / (k + 1);
        upTo[k] = sum;
      }
      SplittableRandom random = new SplittableRandom(11);
      int[] shuffled = random.ints(0, Integer.MAX_VALUE).distinct().limit(keys.size()).toArray();
      Integer[] order = new Integer[keys.size()];
      Arrays.setAll(order, i -> i);
      Arrays.sort(order, (a, b) -> Integer.compare(shuffled[a], shuffled[b]));
      int[] draws = new int[DRAWS];
      for (int i = 0; i < DRAWS; i++) {
        int found = Arrays.binarySearch(upTo, random.nextDouble(sum));
        draws[i] = order[found < 0 ? -found - 1 : found];
      }
      return new Load(keys, draws);
    }

    List<PlainKey> drawn() {
      return Arrays.stream(draws).mapToObj(keys::get).toList();
    }

    double nanos(ForCheckingAccess access) {
      // Written before the clock runs: a server reads the text from the request.
      String[] texts = new String[1 << 16];
      double spent = 0;
      int undecided = 0;
      for (int start = 0; start < draws.length; start += texts.length) {
        for (int i = 0; i < texts.length; i++) {
          texts[i] = keys.get(draws[start + i]).reveal();
        }
        long began = System.nanoTime();
        for (String text : texts) {
          PresentedCredentials presented = new PresentedCredentials.Bearer(new PresentedKey(text));
          if (!(access.checkAtOnce(presented, NEEDED, Optional.empty()).orElse(null) instanceof Caller)) {
            undecided++;
          }
        }
        spent += System.nanoTime() - began;
      }
      // A pause of this process makes its memory doubt itself for a moment, as it should.
      if (undecided > draws.length / 100) {
        throw new IllegalStateException(undecided + " of " + draws.length + " requests were not granted from memory");
      }
      return spent / draws.length;
    }
  }

  private static long usedBytes() {
    long used = Long.MAX_VALUE;
    for (int i = 0; i < 4; i++) {
      System.gc();
      used = Math.min(used, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }
    return used;
  }
}
