package dev.latchkey.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.bootstrap.Platform.Key;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged is there after {@code kill -9}. */
class DurabilityTest {

  private static final Map<String, String> SETTINGS = Map.of("LATCHKEY_OPERATOR_TOKEN", Platform.TOKEN);
  private static final int LEADS_BEFORE_THE_KILL = 300;
  private static final int KEYS_BEFORE_THE_KILL = 15;

  @TempDir
  private Path folder;

  private final Queue<String> acknowledgedLeads = new ConcurrentLinkedQueue<>();
  private final Queue<Key> acknowledgedKeys = new ConcurrentLinkedQueue<>();
  private final AtomicInteger numbers = new AtomicInteger();
  private final AtomicReference<@Nullable Throwable> surprise = new AtomicReference<>();
  private final CountDownLatch leadsToGo = new CountDownLatch(LEADS_BEFORE_THE_KILL);
  private final CountDownLatch keysToGo = new CountDownLatch(KEYS_BEFORE_THE_KILL);

  @Test
  void nothingThatWasAcknowledgedIsLostAndNothingIsThereTwice() throws InterruptedException {
    Path dataDir = folder.resolve("data");
    String tenant;
    String campaign;
    Key key;
    try (RunningServer doomed = RunningServer.start(dataDir, SETTINGS)) {
      Client anybody = doomed.client();
      Platform platform = Platform.of(anybody);
      tenant = platform.tenant("Acme");
      key = platform.key(tenant);
      Client holder = anybody.with(key.text());
      campaign = Platform.campaign(holder);
      List<Thread> writers = List.of(
          writer(() -> addLead(holder, campaign)),
          writer(() -> addLead(holder, campaign)),
          writer(() -> addLead(holder, campaign)),
          writer(() -> createKey(platform.operator(), platform.keys(tenant), tenant)));

      boolean enough = leadsToGo.await(60, TimeUnit.SECONDS) && keysToGo.await(60, TimeUnit.SECONDS);
      doomed.kill();
      for (Thread writer : writers) {
        writer.join();
      }
      assertThat(surprise.get()).as("what no writer expected").isNull();
      assertThat(enough).as("enough was written: " + acknowledgedLeads.size() + ", " + acknowledgedKeys.size())
          .isTrue();
    }

    try (RunningServer again = RunningServer.start(dataDir, SETTINGS)) {
      Client anybody = again.client();
      List<JsonNode> leads = all(anybody.with(key.text()), Platform.leads(campaign));
      assertThat(texts(leads, "campaign_lead_id")).doesNotHaveDuplicates().containsAll(acknowledgedLeads);
      assertThat(texts(leads, "phone_number")).doesNotHaveDuplicates();
      Platform platform = Platform.of(anybody);
      List<String> keys = texts(all(platform.operator(), platform.keys(tenant)), "id");
      assertThat(keys).doesNotHaveDuplicates().containsAll(acknowledgedKeys.stream().map(Key::id).toList());
      assertThat(acknowledgedKeys)
          .allSatisfy(kept -> anybody.with(kept.text()).get("/api/v2/auth/whoami").isStatus(200));
    }
  }

  /** Something that may fail once the server is gone. */
  private interface Write {

    void once() throws IOException;
  }

  private Thread writer(Write write) {
    return Thread.ofPlatform().start(() -> {
      try {
        while (true) {
          write.once();
        }
      } catch (IOException theServerIsGone) {
        // As it should be, once enough was written.
      } catch (Throwable unexpected) {
        surprise.set(unexpected);
      }
    });
  }

  private void addLead(Client client, String campaign) throws IOException {
    String lead = "{\"phone_number\":\"+1415%07d\"}".formatted(numbers.incrementAndGet());
    Answer added = client.sending("Content-Type", "application/json")
        .tryAnswer("POST", Platform.leads(campaign), BodyPublishers.ofString(lead));
    acknowledgedLeads.add(added.isStatus(201).text("data", "campaign_lead_id"));
    leadsToGo.countDown();
  }

  private void createKey(Client operator, String keys, String tenant) throws IOException {
    Answer made = operator.sending("Content-Type", "application/json")
        .tryAnswer("POST", keys, BodyPublishers.ofString("{\"name\":\"k\"}"));
    acknowledgedKeys.add(Platform.handedOut(tenant, made));
    keysToGo.countDown();
  }

  /** A list to its end. */
  private static List<JsonNode> all(Client client, String path) {
    List<JsonNode> items = new ArrayList<>();
    Answer page = client.get(path + "?limit=100");
    items.addAll(page.list());
    while (!page.json().get("next_cursor").isNull()) {
      page = client.get(path + "?limit=100&cursor=" + page.text("next_cursor"));
      items.addAll(page.list());
    }
    return items;
  }

  private static List<String> texts(List<JsonNode> items, String member) {
    return items.stream().map(item -> item.get(member).getStringValue()).toList();
  }
}
