package dev.latchkey.benchmarks.cluster;

import dev.latchkey.benchmarks.cluster.Entry.Call;
import dev.latchkey.benchmarks.cluster.Outcome.Acknowledged;
import dev.latchkey.benchmarks.cluster.Outcome.Found;
import dev.latchkey.benchmarks.cluster.Outcome.Refused;
import dev.latchkey.benchmarks.cluster.Outcome.Unknown;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Calls the API of a node and adds each call to the history. Can be used by many threads. */
final class Api {

  static final String OPERATOR_TOKEN = "no-secret-but-for-benchmarks-alone";

  private static final String TENANTS = "/api/platform/v1/tenants";
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final Duration TO_READ = Duration.ofMinutes(1);
  private static final Duration BETWEEN_READS = Duration.ofMillis(500);

  private final Node node;
  private final History history;
  private final WriteTimes writeTimes = new WriteTimes();
  private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
      .connectTimeout(Duration.ofSeconds(2)).build();

  Api(Node node, History history) {
    this.node = node;
    this.history = history;
  }

  /** A response, or the reason why there is none. */
  private sealed interface Reply {

    record Response(int status, String body) implements Reply {

      Json data() {
        return Json.read(body).member("data");
      }
    }

    record Missing(String reason) implements Reply {}
  }

  String name() {
    return node.name();
  }

  WriteTimes writeTimes() {
    return writeTimes;
  }

  boolean isReady() {
    return send("GET", "/health/readiness", "", "") instanceof Reply.Response(int status, var _) && status == 200;
  }

  void check(KnownKey key) {
    recorded(
        new Operation.CheckKey(key.tenant(), key.name()),
        () -> send("GET", "/api/v2/auth/whoami", key.reveal(), ""), Api::outcome);
  }

  /** Returns the tenant if its creation was acknowledged. */
  Optional<KnownTenant> createTenant(String name) {
    Reply reply = change(new Operation.CreateTenant(name), "POST", TENANTS, OPERATOR_TOKEN, "{\"name\":\"%s\"}"
        .formatted(name));
    return created(reply).map(data -> new KnownTenant(name, data.text("id")));
  }

  Outcome suspend(KnownTenant tenant) {
    return outcome(
        change(new Operation.SuspendTenant(tenant.name()), "PATCH", path(tenant), OPERATOR_TOKEN,
            "{\"status\":\"SUSPENDED\"}"));
  }

  Outcome activate(KnownTenant tenant) {
    return outcome(
        change(new Operation.ActivateTenant(tenant.name()), "PATCH", path(tenant), OPERATOR_TOKEN,
            "{\"status\":\"ACTIVE\"}"));
  }

  /** Returns the key if its creation was acknowledged. */
  Optional<KnownKey> createKey(KnownTenant tenant, String name) {
    Reply reply = change(
        new Operation.CreateKey(tenant.name(), name), "POST", keys(tenant), OPERATOR_TOKEN,
        "{\"name\":\"%s\"}".formatted(name));
    return created(reply).map(data -> new KnownKey(tenant.name(), name, data.text("id"), data.text("key")));
  }

  Outcome disable(KnownTenant tenant, KnownKey key) {
    return outcome(
        change(new Operation.DisableKey(tenant.name(), key.name()), "PATCH", path(tenant, key), OPERATOR_TOKEN,
            "{\"status\":\"DISABLED\"}"));
  }

  Outcome enable(KnownTenant tenant, KnownKey key) {
    return outcome(
        change(new Operation.EnableKey(tenant.name(), key.name()), "PATCH", path(tenant, key), OPERATOR_TOKEN,
            "{\"status\":\"ACTIVE\"}"));
  }

  /** Returns the successor if the rotation was acknowledged. It gets the name of the key that it replaces. */
  Optional<KnownKey> rotate(KnownTenant tenant, KnownKey key, String successor) {
    Reply reply = change(
        new Operation.RotateKey(tenant.name(), key.name(), successor), "POST", path(tenant, key) + "/rotate",
        OPERATOR_TOKEN, "{\"overlap_seconds\":0}");
    return created(reply).map(data -> new KnownKey(tenant.name(), successor, data.text("id"), data.text("key")));
  }

  Outcome addLead(KnownKey key, String campaign, String number) {
    return outcome(
        change(new Operation.AddLead(number), "POST", leads(campaign), key.reveal(),
            "{\"phone_number\":\"%s\"}".formatted(number)));
  }

  Outcome removeLead(KnownKey key, String campaign, String number) {
    return outcome(
        change(new Operation.RemoveLead(number), "DELETE", leads(campaign) + "/remove/bulk", key.reveal(),
            "[{\"phone_number\":\"%s\"}]".formatted(number)));
  }

  void readTenant(KnownTenant tenant) {
    recorded(
        new Operation.ReadTenant(tenant.name()), () -> send("GET", path(tenant), OPERATOR_TOKEN, ""),
        reply -> found(reply, "tenant_not_found", Api::tenantFound));
  }

  void readKey(KnownTenant tenant, KnownKey key) {
    recorded(
        new Operation.ReadKey(tenant.name(), key.name()), () -> send("GET", path(tenant, key), OPERATOR_TOKEN, ""),
        reply -> found(reply, "api_key_not_found", Api::keyFound));
  }

  void readLead(KnownKey key, String campaign, String number) {
    String query = "?phone_number=" + URLEncoder.encode(number, StandardCharsets.UTF_8);
    recorded(
        new Operation.ReadLead(number), () -> send("GET", leads(campaign) + query, key.reveal(), ""),
        reply -> switch (reply) {
          case Reply.Response(int status, String body) when status == 200 ->
            leadFound(Json.read(body).list("data").size());
          case Reply.Response _,Reply.Missing _ -> outcome(reply);
        });
  }

  /** Reads all tenants; those with these names that do not exist are recorded as absent. */
  void readAllTenants(List<String> names) {
    long start = history.now();
    Map<String, Json> tenants = by("name", pages(TENANTS, OPERATOR_TOKEN));
    long end = history.now();
    for (String name : names) {
      Found found = Optional.ofNullable(tenants.get(name)).map(Api::tenantFound).orElse(ABSENT);
      history.add(new Call(name(), start, end, new Operation.ReadTenant(name), found));
    }
  }

  /**
   * Reads all keys of a tenant; those that do not exist are recorded as absent.
   *
   * @param keys the keys whose creation was acknowledged
   * @param names the names of the others
   */
  void readAllKeys(KnownTenant tenant, List<KnownKey> keys, List<String> names) {
    long start = history.now();
    List<Json> records = pages(keys(tenant), OPERATOR_TOKEN);
    long end = history.now();
    Map<String, Json> byId = by("id", records);
    // The successor of a key has the same name, but a key that was rotated was acknowledged.
    Map<String, Json> byName = by("name", records);
    keys.forEach(key -> addRead(tenant, key.name(), Optional.ofNullable(byId.get(key.id())), start, end));
    names.forEach(name -> addRead(tenant, name, Optional.ofNullable(byName.get(name)), start, end));
  }

  private void addRead(KnownTenant tenant, String key, Optional<Json> found, long start, long end) {
    history.add(
        new Call(name(), start, end, new Operation.ReadKey(tenant.name(), key), found.map(Api::keyFound)
            .orElse(ABSENT)));
  }

  /** Reads all leads of the campaign; those that were named and are not there are recorded as absent. */
  void readAllLeads(KnownKey key, String campaign, List<String> numbers) {
    long start = history.now();
    Map<String, Integer> times = new HashMap<>();
    pages(leads(campaign), key.reveal()).forEach(lead -> times.merge(lead.text("phone_number"), 1, Integer::sum));
    long end = history.now();
    for (String number : numbers) {
      Found found = leadFound(times.getOrDefault(number, 0));
      history.add(new Call(name(), start, end, new Operation.ReadLead(number), found));
    }
  }

  /** Creates the campaign of the leads and returns its id. */
  String createCampaign(KnownKey key) {
    Reply reply = send("POST", "/api/v2/voice-campaigns", key.reveal(), """
        {"name": "Faults", "type": "INBOUND", "assistant_id": "a", "tenant_voice_provider_id": "p",
         "dialer_type": "SINGLE"}""");
    return created(reply).orElseThrow(() -> new IllegalStateException("The campaign was not created: " + reply))
        .text("campaign_id");
  }

  private List<Json> pages(String path, String token) {
    List<Json> items = new ArrayList<>();
    String query = "?limit=100";
    while (true) {
      Json page = page(path + query, token);
      if (page.find("data").isEmpty()) {
        return items;
      }
      items.addAll(page.list("data"));
      if (page.find("next_cursor").isEmpty()) {
        return items;
      }
      query = "?limit=100&cursor=" + URLEncoder.encode(page.text("next_cursor"), StandardCharsets.UTF_8);
    }
  }

  /** Returns the page, or the problem if what the path names does not exist. */
  private Json page(String path, String token) {
    long end = history.now() + TO_READ.toNanos();
    while (true) {
      Reply reply = send("GET", path, token, "");
      if (reply instanceof Reply.Response(int status, String body) && (status == 200 || status == 404)) {
        return Json.read(body);
      }
      if (history.now() > end) {
        throw new IllegalStateException("Node " + name() + " does not answer " + path + ": " + reply);
      }
      Pause.of(BETWEEN_READS);
    }
  }

  private static Map<String, Json> by(String member, List<Json> items) {
    Map<String, Json> found = new HashMap<>();
    items.forEach(item -> found.put(item.text(member), item));
    return found;
  }

  private Reply change(Operation operation, String method, String path, String token, String body) {
    long start = history.now();
    Reply reply = send(method, path, token, body);
    long end = history.now();
    Outcome outcome = operation instanceof Operation.RemoveLead ? removed(reply) : outcome(reply);
    history.add(new Call(name(), start, end, operation, outcome));
    if (outcome instanceof Acknowledged) {
      writeTimes.add(start, end);
    }
    return reply;
  }

  private void recorded(Operation operation, Supplier<Reply> call, Function<Reply, Outcome> meaning) {
    long start = history.now();
    Reply reply = call.get();
    long end = history.now();
    history.add(new Call(name(), start, end, operation, meaning.apply(reply)));
  }

  private Reply send(String method, String path, String token, String body) {
    HttpRequest.Builder request = HttpRequest.newBuilder(node.uri(path)).timeout(LONGEST)
        .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    try {
      HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
      return new Reply.Response(response.statusCode(), response.body());
    } catch (IOException e) {
      return new Reply.Missing(e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Reply.Missing("interrupted");
    }
  }

  private static Optional<Json> created(Reply reply) {
    return switch (reply) {
      case Reply.Response response when response.status() == 201 -> Optional.of(response.data());
      case Reply.Response _,Reply.Missing _ -> Optional.empty();
    };
  }

  /** A conflict with an equal lead says that it exists. */
  private static Outcome outcome(Reply reply) {
    return switch (reply) {
      case Reply.Response(int status, String body) when status < 300 -> new Acknowledged(version(body));
      case Reply.Response(int status, String body) when status >= 500 || status == 429 ->
        new Unknown(status + " " + code(body));
      case Reply.Response(var _, String body) when code(body).equals("lead_exists") -> new Acknowledged(0);
      case Reply.Response(var _, String body) -> new Refused(code(body));
      case Reply.Missing(String reason) -> new Unknown(reason);
    };
  }

  /** A removal in bulk is answered with a result for each lead. */
  private static Outcome removed(Reply reply) {
    return switch (reply) {
      case Reply.Response(int status, String body) when status == 200 && !body.contains("\"success\":true") ->
        new Refused("lead_not_found");
      case Reply.Response _,Reply.Missing _ -> outcome(reply);
    };
  }

  private static Outcome found(Reply reply, String absent, Function<Json, Found> found) {
    return switch (reply) {
      case Reply.Response response when response.status() == 200 -> found.apply(response.data());
      case Reply.Response(int status, String body) when status == 404 && code(body).equals(absent) -> ABSENT;
      case Reply.Response _,Reply.Missing _ -> outcome(reply);
    };
  }

  private static final Found ABSENT = new Found(State.ABSENT, 0, 0);

  private static Found tenantFound(Json tenant) {
    return new Found(tenant.text("status").equals("SUSPENDED") ? State.SUSPENDED : State.ACTIVE, 1, 0);
  }

  private static Found keyFound(Json key) {
    State state = key.find("replaced_by").isPresent()
        ? State.REPLACED
        : key.text("status").equals("DISABLED") ? State.DISABLED : State.ACTIVE;
    return new Found(state, 1, key.number("version"));
  }

  private static Found leadFound(int times) {
    return new Found(times == 0 ? State.ABSENT : State.PRESENT, times, 0);
  }

  private static long version(String body) {
    return Json.read(body).find("data").filter(data -> data.node().isObject())
        .flatMap(data -> data.find("version")).map(version -> version.node().getLongValue()).orElse(0L);
  }

  private static String code(String body) {
    return body.startsWith("{")
        ? Json.read(body).find("code").map(code -> code.node().getStringValue()).orElse("")
        : "";
  }

  private static String path(KnownTenant tenant) {
    return TENANTS + "/" + tenant.id();
  }

  private static String keys(KnownTenant tenant) {
    return path(tenant) + "/api-keys";
  }

  private static String path(KnownTenant tenant, KnownKey key) {
    return keys(tenant) + "/" + key.id();
  }

  private static String leads(String campaign) {
    return "/api/v2/voice-campaigns/" + campaign + "/leads";
  }
}
