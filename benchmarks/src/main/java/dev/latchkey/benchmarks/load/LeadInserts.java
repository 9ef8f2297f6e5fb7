package dev.latchkey.benchmarks.load;

import dev.latchkey.benchmarks.Installation;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * P7: leads added over HTTP, one by one and a thousand at once, against the bare insert of such a row by as many threads as
 * there are connections, through the same pool, driver and server. The client has one core, the database the other.
 */
public final class LeadInserts {

  private static final int CONNECTIONS = 32;
  private static final int AT_ONCE = 1000;
  private static final String BARE = "bare insert of a row, a transaction each";
  private static final String SINGLE = "POST of one lead";
  private static final String BULK = "POST /bulk of 1,000 leads";

  private LeadInserts() {}

  /** Takes {@code --quick}: one round instead of three. {@code --bare URL USER PASSWORD SECONDS} is for itself. */
  public static void main(String[] arguments) throws SQLException, InterruptedException {
    if (arguments.length > 0 && arguments[0].equals("--bare")) {
      System.out.println("rate " + bare(arguments));
      return;
    }
    boolean quick = List.of(arguments).contains("--quick");
    int seconds = quick ? 5 : 8;
    Store store = Store.empty();
    List<Double> bare = new ArrayList<>();
    List<Double> single = new ArrayList<>();
    List<Double> bulk = new ArrayList<>();
    try (Launch latchkey = Launch.latchkey(Launch.SERVER_CORE, List.of("-Xmx1g", "-XX:+UseSerialGC"),
        store.settings())) {
      String key = HttpComparison.issue(latchkey);
      String campaign = HttpComparison.found("campaign_id", latchkey.post("/api/v2/voice-campaigns", key, """
          {"name": "Benchmark", "type": "INBOUND", "assistant_id": "a", "tenant_voice_provider_id": "p",
           "dialer_type": "SINGLE"}"""));
      String leads = "/api/v2/voice-campaigns/" + campaign + "/leads";
      for (int round = 0; round < (quick ? 1 : 3); round++) {
        Wrk.drive(posting(SINGLE, leads, key, 1, 2 * round), latchkey.port(), round == 0 ? seconds : 1);
        bare.add(bareElsewhere(store, seconds));
        single.add(Wrk.drive(posting(SINGLE, leads, key, 1, 2 * round + 1), latchkey.port(), seconds).perSecond());
        Wrk seen = Wrk.drive(posting(BULK, leads + "/bulk", key, AT_ONCE, 10 + round), latchkey.port(), seconds);
        bulk.add(seen.perSecond() * AT_ONCE);
      }
    }
    Table table = new Table("leads, " + store.name(), "leads/s", "of the bare insert", "of single posts");
    double base = Table.median(bare);
    double one = Table.median(single);
    table.row(BARE, Table.number(base), "1", "");
    table.row(SINGLE, Table.number(one), Table.ratio(one / base), "1");
    table.row(BULK, Table.number(Table.median(bulk)), Table.ratio(Table.median(bulk) / base),
        Table.ratio(Table.median(bulk) / one));
    table.print("benchmarks/run leads" + (quick ? " --quick" : ""));
  }

  /** Numbers that are not there yet: each run of wrk has a range of its own. */
  private static Route posting(String name, String path, String key, int leads, int range) {
    Path script = Scratch.write("leads-" + range + ".lua", """
        local number, leads = %d * 4000000, %d
        wrk.method, wrk.headers["Content-Type"] = "POST", "application/json"
        local function lead()
          number = number + 1
          return string.format('{"phone_number":"+49151%%08d","first_name":"Ada","last_name":"Lovelace"}', number)
        end
        request = function()
          if leads == 1 then return wrk.format(nil, nil, nil, lead()) end
          local all = {}
          for i = 1, leads do all[i] = lead() end
          return wrk.format(nil, nil, nil, "[" .. table.concat(all, ",") .. "]")
        end
        """.formatted(range, leads));
    return new Route(name, path, List.of("Authorization: Bearer " + key), Optional.of(script), false);
  }

  /** In a process of its own, on the server's core. */
  private static double bareElsewhere(Store store, int seconds) {
    String output = Wrk.output(
        List.of("taskset", "-c", Launch.SERVER_CORE, Launch.JAVA, "-Xmx1g", "-XX:+UseSerialGC", "-cp",
            System.getProperty("java.class.path"), LeadInserts.class.getName(), "--bare", store.url(), store.username(),
            store.password(), Integer.toString(seconds)));
    return output.lines().filter(line -> line.startsWith("rate ")).map(line -> Double.parseDouble(line.substring(5)))
        .findFirst().orElseThrow(() -> new IllegalStateException(output));
  }

  private static double bare(String[] arguments) throws SQLException, InterruptedException {
    long seconds = Long.parseLong(arguments[4]);
    try (Installation installation = Installation.on(arguments[1], arguments[2], arguments[3]);
        ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      Row row = Row.first(installation);
      AtomicLong next = new AtomicLong(System.nanoTime());
      AtomicLong inserted = new AtomicLong();
      // As long again before it counts, so that both have warmed up.
      long began = System.nanoTime() + seconds * 1_000_000_000;
      long end = began + seconds * 1_000_000_000;
      for (int i = 0; i < CONNECTIONS; i++) {
        var _ = workers.submit(() -> {
          while (System.nanoTime() < end) {
            long id = next.incrementAndGet();
            row.insert(installation, id);
            if (System.nanoTime() > began) {
              inserted.incrementAndGet();
            }
          }
          return null;
        });
      }
      workers.shutdown();
      if (!workers.awaitTermination(3 * seconds, TimeUnit.SECONDS)) {
        throw new IllegalStateException("The inserts do not end");
      }
      return inserted.get() / (double) seconds;
    }
  }

  /** What every inserted row has. */
  private record Row(long campaign, String details, long at) {

    static Row first(Installation installation) throws SQLException {
      try (Connection connection = installation.connect();
          Statement statement = connection.createStatement();
          ResultSet found = statement
              .executeQuery("SELECT campaign_id, details, created_at FROM campaign_lead ORDER BY id LIMIT 1")) {
        found.next();
        return new Row(found.getLong(1), found.getString(2), found.getLong(3));
      }
    }

    void insert(Installation installation, long id) throws SQLException {
      try (Connection connection = installation.connect();
          PreparedStatement insert = connection.prepareStatement("""
              INSERT INTO campaign_lead
                (id, campaign_id, phone_number, details, do_not_call, answered, created_at, updated_at)
              VALUES (?, ?, ?, ?, FALSE, FALSE, ?, ?)""")) {
        insert.setLong(1, id);
        insert.setLong(2, campaign);
        insert.setString(3, "b" + Long.toString(id, 36));
        insert.setString(4, details);
        insert.setLong(5, at);
        insert.setLong(6, at);
        insert.executeUpdate();
      }
    }
  }
}
