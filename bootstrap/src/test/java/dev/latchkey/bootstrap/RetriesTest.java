package dev.latchkey.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.bootstrap.Platform.Key;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Connections are cut at random under load, and every request is sent again until it is answered: with the same Idempotency-Key,
 * and writes of leads without one as well. What is stored in the end is as if each had been sent once.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RetriesTest {

  private static final long SEED = Long.getLong("retries.seed", 11);
  private static final int WRITERS = 6;
  private static final int ROUNDS = 25;
  private static final int MOST_ATTEMPTS = 400;

  private RunningServer server;
  private CuttingProxy proxy;
  private Client direct;
  private Key key;
  private String tenant;
  private String campaign;

  /** What should be stored: the first name and the mark of each number. */
  private final Map<String, String> expected = new ConcurrentHashMap<>();
  private final Map<String, Integer> names = new ConcurrentHashMap<>();

  private final AtomicInteger sentAgain = new AtomicInteger();
  private final AtomicInteger doneBefore = new AtomicInteger();

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    server = RunningServer.start(folder.resolve("data"), Map.of("LATCHKEY_OPERATOR_TOKEN", Platform.TOKEN));
    Platform platform = Platform.of(server.client());
    tenant = platform.tenant("Acme");
    key = platform.key(
        tenant,
        """
            {"name":"all","permissions":["leads:read","leads:write","campaigns:read","campaigns:write",
             "api_keys:read","api_keys:write"]}""");
    direct = server.client().with(key.text());
    campaign = Platform.campaign(direct);
    proxy = CuttingProxy.before(server.url(), SEED);
  }

  @AfterAll
  void stop() throws IOException {
    proxy.close();
    server.close();
  }

  @Test
  void everyWriteThatIsSentAgainEndsAsIfItWasSentOnce() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> writers = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        Writer writer = new Writer(i, new Random(SEED + i));
        writers.add(threads.submit(() -> {
          writer.run();
          return null;
        }));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
    }

    Map<String, String> stored = new HashMap<>();
    for (JsonNode lead : all(Platform.leads(campaign))) {
      String told = lead.get("first_name").getStringValue() + " " + lead.get("do_not_call").getBooleanValue();
      assertThat(stored.put(lead.get("phone_number").getStringValue(), told)).isNull();
    }
    assertThat(stored).as("seed %s", SEED).isEqualTo(expected);
    Map<String, Integer> made = new HashMap<>();
    all("/api/v2/voice-campaigns")
        .forEach(each -> made.merge(each.get("campaign_name").getStringValue(), 1, Integer::sum));
    all("/api/v2/api-keys").forEach(each -> made.merge(each.get("name").getStringValue(), 1, Integer::sum));
    made.keySet().retainAll(names.keySet());
    assertThat(made).as("seed %s", SEED).isEqualTo(names);
    assertThat(proxy.cuts()).as("connections that were cut").isGreaterThan(WRITERS * ROUNDS);
    assertThat(sentAgain).as("requests that were sent again").hasValueGreaterThan(WRITERS * ROUNDS);
    assertThat(doneBefore).as("requests that had been carried out when they were sent again").hasValueGreaterThan(20);
  }

  private List<JsonNode> all(String path) {
    List<JsonNode> items = new ArrayList<>();
    Answer page = direct.get(path + "?limit=100");
    items.addAll(page.list());
    while (!page.json().get("next_cursor").isNull()) {
      page = direct.get(path + "?limit=100&cursor=" + page.text("next_cursor"));
      items.addAll(page.list());
    }
    return items;
  }

  /** One client, with leads of its own. */
  private final class Writer {

    private final int id;
    private final Random random;
    private final String v1;
    private final String v2;
    private int numbers;
    private int requests;

    Writer(int id, Random random) {
      this.id = id;
      this.random = random;
      v1 = "/v1/api/voice-campaigns/" + campaign;
      v2 = Platform.leads(campaign);
    }

    void run() {
      for (int round = 0; round < ROUNDS; round++) {
        String single = number();
        String first = number();
        String second = number();
        add(single, random.nextBoolean(), random.nextBoolean());
        addBoth(first, second, random.nextBoolean());
        update(single, first);
        updateBoth(first, second);
        remove(random.nextBoolean() ? first : single);
        make();
      }
    }

    private void add(String number, boolean named, boolean old) {
      String lead = "\"phone_number\":\"%s\",\"first_name\":\"Ada\",\"do_not_call\":true".formatted(number);
      Answer answer = old
          ? send("POST", v1 + "/leads", "{\"tenant_id\":\"%s\",%s}".formatted(tenant, lead), named)
          : send("POST", v2, "{" + lead + "}", named);
      assertThat(answer.status()).as("%s", answer).isIn(named ? List.of(201) : List.of(200, 201));
      count(answer.status() == 200 || answer.has("Idempotent-Replayed"));
      expected.put(number, "Ada true");
    }

    private void addBoth(String first, String second, boolean named) {
      Answer answer = send(
          "POST", v2 + "/bulk",
          "[{\"phone_number\":\"%s\",\"first_name\":\"Ada\"},{\"phone_number\":\"%s\",\"first_name\":\"Bob\"}]"
              .formatted(first, second),
          named);
      assertThat(answer.status()).as("%s", answer).isEqualTo(202);
      List<String> outcomes = new ArrayList<>();
      answer.json().get("data").get("results").values()
          .forEach(result -> outcomes.add(result.get("outcome").getStringValue()));
      assertThat(outcomes).hasSize(2).containsAnyOf("added", "equal").doesNotContain("conflict", "rejected");
      if (named) {
        assertThat(outcomes).containsOnly("added");
      }
      count(outcomes.contains("equal") || answer.has("Idempotent-Replayed"));
      expected.put(first, "Ada false");
      expected.put(second, "Bob false");
    }

    private void update(String single, String first) {
      String change = "\"first_name\":\"Changed\"";
      assertThat(send("PATCH", v1 + "/lead/update", "{\"phone_number\":\"%s\",%s}".formatted(single, change), true)
          .status()).isEqualTo(200);
      String lead = direct.get(v2 + "?phone_number=" + first.replace("+", "%2B")).list().getFirst()
          .get("campaign_lead_id").getStringValue();
      assertThat(send("PATCH", v2 + "/" + lead, "{" + change + "}", random.nextBoolean()).status()).isEqualTo(200);
      expected.put(single, "Changed true");
      expected.put(first, "Changed false");
    }

    private void updateBoth(String first, String second) {
      Answer answer = send(
          "PATCH", v2 + "/update/bulk",
          "[{\"phone_number\":\"%s\",\"do_not_call\":true},{\"phone_number\":\"%s\",\"first_name\":\"Eve\"}]"
              .formatted(first, second),
          random.nextBoolean());
      assertThat(answer.status()).as("%s", answer).isEqualTo(200);
      expected.put(first, "Changed true");
      expected.put(second, "Eve false");
    }

    /** A removal that is sent again without a name finds the lead gone, which is the same end. */
    private void remove(String number) {
      String lead = "{\"phone_number\":\"%s\"}".formatted(number);
      switch (random.nextInt(4)) {
        case 0 -> {
          Answer answer = send("POST", v1 + "/lead/remove", lead, true);
          assertThat(answer.status()).as("%s", answer).isEqualTo(200);
          count(answer.has("Idempotent-Replayed"));
        }
        case 1 -> assertGone(send("DELETE", v1 + "/lead/remove", lead, random.nextBoolean()));
        case 2 -> {
          String found = direct.get(v2 + "?phone_number=" + number.replace("+", "%2B")).list().getFirst()
              .get("campaign_lead_id").getStringValue();
          assertGone(send("DELETE", v2 + "/" + found, "", random.nextBoolean()));
        }
        default -> assertThat(send("DELETE", v2 + "/remove/bulk", "[" + lead + "]", random.nextBoolean()).status())
            .isEqualTo(200);
      }
      expected.remove(number);
    }

    private void assertGone(Answer answer) {
      assertThat(answer.status()).as("%s", answer).isIn(200, 404);
      count(answer.status() == 404);
    }

    /** A campaign or a key, which nothing but the name of the request keeps from being there twice. */
    private void make() {
      String name = "made %d %d".formatted(id, requests);
      Answer answer = random.nextBoolean()
          ? send("POST", "/api/v2/voice-campaigns", """
              {"name":"%s","type":"INBOUND","assistant_id":"a","tenant_voice_provider_id":"p","dialer_type":"SINGLE"}"""
              .formatted(name), true)
          : send("POST", "/api/v2/api-keys", "{\"name\":\"%s\"}".formatted(name), true);
      assertThat(answer.status()).as("%s", answer).isEqualTo(201);
      count(answer.has("Idempotent-Replayed"));
      names.put(name, 1);
    }

    private void count(boolean before) {
      if (before) {
        doneBefore.incrementAndGet();
      }
    }

    private String number() {
      return "+1415%d%06d".formatted(5 + id % 4, id * 10_000 + numbers++);
    }

    /** Sends a request until it is answered. */
    private Answer send(String method, String path, String body, boolean named) {
      String name = named ? "Idempotency-Key: %d-%d\r\n".formatted(id, requests) : "";
      requests++;
      byte[] request = """
          %s %s HTTP/1.1\r
          Host: latchkey\r
          Authorization: Bearer %s\r
          Content-Type: application/json\r
          Content-Length: %d\r
          Connection: close\r
          %s\r
          %s""".formatted(method, path, key.text(), body.length(), name, body).getBytes(StandardCharsets.US_ASCII);
      for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
        try {
          Answer answer = once(proxy.url(), request);
          if (!isStillRunning(answer)) {
            return answer;
          }
        } catch (IOException cut) {
          sentAgain.incrementAndGet();
        }
      }
      throw new AssertionError("%s %s was never answered, seed %d".formatted(method, path, SEED));
    }

    private static Answer once(URI url, byte[] request) throws IOException {
      try (KeptConnection connection = KeptConnection.to(url)) {
        connection.send(request);
        Answer answer = connection.unchecked();
        if (answer.body().getBytes(StandardCharsets.UTF_8).length != Integer
            .parseInt(answer.header("Content-Length"))) {
          throw new IOException("The answer was cut");
        }
        return answer;
      }
    }

    private static boolean isStillRunning(Answer answer) {
      return answer.status() == 409 && answer.text("code").equals("idempotency_in_progress");
    }
  }
}
