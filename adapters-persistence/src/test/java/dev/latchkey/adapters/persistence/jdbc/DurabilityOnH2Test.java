package dev.latchkey.adapters.persistence.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapters.persistence.fixtures.H2;
import dev.latchkey.adapters.persistence.fixtures.JdbcStore;
import dev.latchkey.adapters.persistence.fixtures.Shop;
import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.key.ApiKey;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurabilityOnH2Test {

  /** Writes until it is killed, and says of each write that it is done. */
  static final class Writer {
    public static void main(String[] folder) {
      JdbcStore store = H2.in(Path.of(folder[0]));
      Shop shop = Shop.in(store);
      Campaign campaign = shop.stored(shop.campaign());
      System.out.println("tenant " + shop.tenant().id().value());
      System.out.println("campaign " + campaign.id().value());
      for (int i = 0;; i++) {
        String number = "+4915100" + (100_000 + i);
        store.leads().add(shop.inside(campaign), shop.lead(campaign, number));
        System.out.println("lead " + number);
        ApiKey key = shop.stored(shop.key());
        System.out.println("key " + key.id().value());
      }
    }
  }

  @Test
  void whatWasAcknowledgedIsThereAfterTheProcessWasKilled(@TempDir Path folder) throws Exception {
    List<String> acknowledged = new ArrayList<>();
    Process writer = new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        System.getProperty("java.class.path"),
        Writer.class.getName(),
        folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
    try (BufferedReader output = writer.inputReader()) {
      output.lines().limit(60).forEach(acknowledged::add);
      // By its handle, because the process itself would close what it still has to tell.
      assertThat(writer.toHandle().destroyForcibly()).isTrue();
      output.lines().filter(line -> line.matches("lead \\+\\d{12,}|key \\d{19}")).forEach(acknowledged::add);
    }
    writer.waitFor();
    assertThat(writer.exitValue()).as("killed, not ended").isNotZero();

    try (JdbcStore store = H2.in(folder)) {
      List<String> there = new ArrayList<>();
      store.rows("SELECT id FROM tenant").forEach(row -> there.add("tenant " + row.getFirst()));
      store.rows("SELECT id FROM campaign").forEach(row -> there.add("campaign " + row.getFirst()));
      store.rows("SELECT phone_number FROM campaign_lead").forEach(row -> there.add("lead " + row.getFirst()));
      store.rows("SELECT id FROM api_key").forEach(row -> there.add("key " + row.getFirst()));
      assertThat(there).containsAll(acknowledged);
      assertEachKeyHasItsAuditEventAndItsAnnouncement(store);
    }
  }

  private static void assertEachKeyHasItsAuditEventAndItsAnnouncement(JdbcStore store) throws Exception {
    List<List<String>> keys = store.rows("SELECT id FROM api_key ORDER BY id");
    assertThat(store.rows("SELECT key_id FROM change_feed WHERE key_id IS NOT NULL ORDER BY key_id")).isEqualTo(keys);
    assertThat(store.rows("SELECT subject FROM audit_event WHERE action = 'api_key.created' ORDER BY id"))
        .isEqualTo(keys.stream().map(key -> List.of("key " + key.getFirst())).toList());
  }
}
