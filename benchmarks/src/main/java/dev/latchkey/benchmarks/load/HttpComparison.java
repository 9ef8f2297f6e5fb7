package dev.latchkey.benchmarks.load;

import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.format.Environment;
import dev.latchkey.domain.key.format.KeySecret;
import dev.latchkey.domain.key.format.PlainKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * P1 and P2: a checked request and a flood of bad ones, against an open route of the same server and against a bare
 * server. Both run at once on one core, and wrk drives one at a time from another core, in turn.
 */
public final class HttpComparison {

  /** Both alike, so that neither has more room. */
  private static final List<String> OPTIONS = List.of("-Xmx1g", "-XX:+UseSerialGC");

  static final String WHOAMI = "/api/v2/auth/whoami";
  private static final String HELLO = "bare Micronaut, hello world";
  private static final String OPEN = "open route: GET /version";
  private static final String KEYED = "GET whoami, good key";
  private static final int UNKNOWN = 1000;

  private final int launches;
  private final int rounds;
  private final int warmUp;
  private final int seconds;
  private final Store store = Store.empty();
  private final Map<String, List<Sample>> samples = new LinkedHashMap<>();

  /** One window of one route. */
  private record Sample(int launch, double perSecond, double cpuMicros, Optional<Store.Statements> statements) {}

  private HttpComparison(boolean quick) {
    launches = quick ? 1 : 10;
    rounds = 2;
    warmUp = quick ? 4 : 8;
    seconds = quick ? 3 : 5;
  }

  /** Takes {@code --quick}: one launch instead of ten. */
  public static void main(String[] arguments) {
    boolean quick = List.of(arguments).contains("--quick");
    HttpComparison comparison = new HttpComparison(quick);
    for (int launch = 1; launch <= comparison.launches; launch++) {
      System.err.println("Launch " + launch + " of " + comparison.launches);
      comparison.launch(launch);
    }
    comparison.table().print("benchmarks/run http" + (quick ? " --quick" : ""));
  }

  private void launch(int number) {
    try (Launch hello = Launch.hello(OPTIONS);
        Launch latchkey = Launch.latchkey(Launch.SERVER_CORE, OPTIONS, store.settings())) {
      String key = issue(latchkey);
      Map<Route, Launch> targets = new LinkedHashMap<>();
      targets.put(Route.open(HELLO, "/hello"), hello);
      targets.put(Route.open(OPEN, "/version"), latchkey);
      targets.put(Route.with(KEYED, WHOAMI, key), latchkey);
      targets.put(Route.with("key with a typo", WHOAMI, mistyped(key)).refusing(), latchkey);
      targets.put(Route.open("no header", WHOAMI).refusing(), latchkey);
      targets.put(unknown("keys of the right form that nobody has, 1,000 of them", UNKNOWN), latchkey);
      targets.forEach((route, target) -> Wrk.drive(route, target.port(), warmUp));
      for (int round = 0; round < rounds; round++) {
        targets.forEach((route, target) -> measure(number, route, target));
      }
      Route flood = unknown("the same, none of them twice", 2_000_000);
      measure(number, flood, latchkey);
    }
  }

  private void measure(int launch, Route route, Launch target) {
    Optional<Store.Statements> before = store.statements();
    long cpu = Machine.cpuMillis(target.process().pid());
    Wrk seen = Wrk.drive(route, target.port(), seconds);
    double micros = (Machine.cpuMillis(target.process().pid()) - cpu) * 1000.0 / seen.requests();
    Optional<Store.Statements> counted = store.statements().map(after -> after.since(before.orElseThrow()));
    samples.computeIfAbsent(route.name(), _ -> new ArrayList<>())
        .add(new Sample(launch, seen.perSecond(), micros, counted));
    System.err.printf("  %-55s %,9.0f req/s %6.1f µs%n", route.name(), seen.perSecond(), micros);
  }

  static String issue(Launch latchkey) {
    String tenant = found("id",
        latchkey.post("/api/platform/v1/tenants", Store.OPERATOR_TOKEN, "{\"name\":\"Bench\"}"));
    return found(
        "key",
        latchkey.post("/api/platform/v1/tenants/" + tenant + "/api-keys", Store.OPERATOR_TOKEN,
            "{\"name\":\"Bench\"}"));
  }

  static String found(String member, String json) {
    Matcher matcher = Pattern.compile("\"" + member + "\":\"([^\"]+)\"").matcher(json);
    if (!matcher.find()) {
      throw new IllegalStateException("There is no " + member + " in " + json);
    }
    return matcher.group(1);
  }

  private static String mistyped(String key) {
    char last = key.charAt(key.length() - 1);
    return key.substring(0, key.length() - 1) + (last == 'a' ? 'b' : 'a');
  }

  /** Many are made on the fly, from random texts with a right checksum. */
  private static Route unknown(String name, int many) {
    List<PlainKey> keys = new ArrayList<>();
    ThreadLocalRandom random = ThreadLocalRandom.current();
    for (int i = 0; i < Math.min(many, 400_000); i++) {
      keys.add(
          new PlainKey(Environment.LIVE, new KeyId(random.nextLong(1L << 62) + 1), KeySecret.drawn(random::nextInt)));
    }
    return Route.withEach(name, WHOAMI, keys).refusing();
  }

  /** Ratios are of CPU time: on a full core it is the throughput, and what else runs on the machine disturbs it less. */
  private Table table() {
    Table table = new Table("request, " + store.name(), "req/s", "µs CPU", "of hello world", "of the open route",
        "of whoami", "most reads of keys", "most writes");
    samples.forEach((name, of) -> table.row(
        name,
        Table.number(Table.median(of.stream().map(Sample::perSecond).toList())),
        Table.number(Table.median(of.stream().map(Sample::cpuMicros).toList())),
        ratio(name, HELLO),
        ratio(name, OPEN),
        ratio(name, KEYED),
        statements(of, true),
        statements(of, false)));
    return table;
  }

  /** The median of the ratios in each launch, and the lowest and the highest. */
  private String ratio(String name, String base) {
    List<Double> ratios = new ArrayList<>();
    for (int launch = 1; launch <= launches; launch++) {
      ratios.add(micros(base, launch) / micros(name, launch));
    }
    String median = Table.ratio(Table.median(ratios));
    List<Double> sorted = ratios.stream().sorted().toList();
    return launches == 1
        ? median
        : median + " (" + Table.ratio(sorted.getFirst()) + " to " + Table.ratio(sorted.getLast()) + ")";
  }

  private double micros(String name, int launch) {
    return Table.median(
        samples.getOrDefault(name, List.of()).stream().filter(s -> s.launch == launch).map(Sample::cpuMicros).toList());
  }

  private static String statements(List<Sample> samples, boolean reads) {
    return samples.stream().flatMap(sample -> sample.statements.stream())
        .mapToLong(s -> reads ? s.keyReads() : s.writes())
        .max()
        .stream().mapToObj(most -> String.format("%,d", most)).findFirst().orElse("not counted");
  }
}
