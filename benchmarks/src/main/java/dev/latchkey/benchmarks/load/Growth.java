package dev.latchkey.benchmarks.load;

import dev.latchkey.application.port.in.ForManagingKeys;
import dev.latchkey.benchmarks.Installation;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.KeyFilter;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.key.KeyStatus;
import dev.latchkey.domain.key.PlainKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** P9: what it costs to list and to find among the keys of one tenant, as they become more and more. */
public final class Growth {

  private static final int PAGE = 50;
  private static final int TIMES = 200;

  /** Far apart from the ids that are made by the clock, so that copies come first and stay in order. */
  private static final long FIRST = 1L << 40;

  private Growth() {}

  /** Takes {@code --quick}: up to a hundred thousand instead of a million. */
  public static void main(String[] arguments) throws SQLException {
    boolean quick = List.of(arguments).contains("--quick");
    Store store = Store.empty();
    Table table = new Table("keys of one tenant, " + store.name(), "µs for the newest page",
        "µs for a page in the middle",
        "µs for a page of what is rare", "µs to find one");
    try (Installation installation = Installation.on(store.url(), store.username(), store.password());
        Connection connection = store.connect()) {
      TenantScope tenant = installation.tenant();
      PlainKey template = installation.key(tenant, KeySettings.named(new Name("Benchmark")));
      ForManagingKeys keys = installation.keys();
      KeyFilter disabled = new KeyFilter(Optional.of(KeyStatus.DISABLED), Optional.empty(), Optional.empty());
      int there = 0;
      for (int many = 1_000; many <= (quick ? 100_000 : 1_000_000); many *= 10) {
        int before = there;
        Seeds.copy(connection, "api_key", template.id().value(), many - there, i -> Map.of("id", FIRST + before + i));
        there = many;
        PageRequest middle = new PageRequest(PAGE, OptionalLong.of(FIRST + many / 2));
        long one = FIRST + many / 3;
        table.row(
            String.format("%,d", many),
            micros(() -> keys.list(tenant, KeyFilter.ALL, PageRequest.first(PAGE))),
            micros(() -> keys.list(tenant, KeyFilter.ALL, middle)),
            micros(() -> keys.list(tenant, disabled, PageRequest.first(PAGE))),
            micros(() -> keys.find(tenant, new KeyId(one))));
      }
    }
    table.print("benchmarks/run growth" + (quick ? " --quick" : ""));
  }

  private static String micros(Runnable work) {
    List<Double> micros = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      long began = System.nanoTime();
      work.run();
      micros.add((System.nanoTime() - began) / 1000.0);
      if (i >= 4 && micros.getLast() > 100_000) {
        break;
      }
    }
    return Table.number(Table.median(micros));
  }
}
