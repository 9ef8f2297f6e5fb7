package dev.latchkey.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapters.rest.kit.answer.ProblemType;
import dev.latchkey.bootstrap.Platform.Key;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is sent to whatever route, a proper answer comes, and none says that the server failed; whatever is broken off
 * leaves no trace in the log. The long campaign:
 *
 * <pre>./mvnw -pl bootstrap -am test -Dtest=FuzzTest -Dsurefire.failIfNoSpecifiedTests=false -Dfuzz.inputs=5000000</pre>
 *
 * <p>The requests are the same in every build, and others in CI. {@code -Dfuzz.seed=…}, as an earlier run printed it, makes
 * the same again.
 */
class FuzzTest {

  private static final int INPUTS = Integer.getInteger("fuzz.inputs", 100_000);
  private static final long SEED = Long.getLong("fuzz.seed", isInCi() ? System.nanoTime() : 20_260_101);
  /** Of so many requests one is broken off. */
  private static final int BROKEN_OFF = 100;
  /** Of so many requests one is to a route of the router, pages and files included; the others know the API's bodies. */
  private static final int TO_ANY_ROUTE = 4;
  private static final String PASSWORD = "a long pass phrase";
  private static final int CONNECTIONS = 4;
  private static final int AT_ONCE = 16;
  private static final Pattern API = Pattern.compile("/(v1/)?api/.*");
  private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private final Map<String, LongAdder> kinds = new ConcurrentSkipListMap<>();
  private final Map<Integer, LongAdder> statuses = new ConcurrentSkipListMap<>();
  private RunningServer server;

  @Test
  @Timeout(value = 10, unit = TimeUnit.HOURS)
  void everythingIsAnsweredProperly(@TempDir Path folder) throws InterruptedException, IOException {
    System.out.println("fuzz: -Dfuzz.seed=" + SEED);
    server = RunningServer.start(folder.resolve("data"), Map.of("LATCHKEY_OPERATOR_TOKEN", Platform.TOKEN));
    try (RunningServer running = server) {
      Platform platform = Platform.of(running.client());
      Key witness = platform.key(platform.tenant("Witness"));
      long began = System.nanoTime();

      List<ServedRoute> routes = ServedRoute.all(folder);
      JqwikSession.start();
      run(requests(platform, routes, SEED));
      breakOff(requests(platform, routes, SEED + 1));
      JqwikSession.finish();

      System.out.printf("fuzz: %d inputs in %d s, kinds %s, statuses %s%n", INPUTS,
          Duration.ofNanos(System.nanoTime() - began).toSeconds(), kinds, statuses);
      assertThat(statuses.values().stream().mapToLong(LongAdder::sum).sum()).isEqualTo(INPUTS);
      assertThat(statuses.keySet()).contains(200, 201, 400, 401, 404, 415);
      assertThat(running.client().get("/health/readiness").isStatus(200).text("status")).isEqualTo("UP");
      Client good = running.client().with(witness.text());
      good.post(Platform.leads(Platform.campaign(good)), "{\"phone_number\":\"+14155550123\"}").isStatus(201);
      assertThat(running.output().lines().filter(line -> line.contains(" ERROR ") || line.startsWith("\tat ")))
          .isEmpty();
    }
  }

  private static boolean isInCi() {
    return "true".equals(System.getenv("CI"));
  }

  private void breakOff(Supplier<FuzzRequest> requests) throws IOException {
    FuzzBreaks breaks = new FuzzBreaks(SEED, requests);
    for (int i = 0; i < INPUTS / BROKEN_OFF; i++) {
      breaks.next(server.url());
    }
  }

  /** What the requests are aimed at is theirs to break. */
  private static Supplier<FuzzRequest> requests(Platform platform, List<ServedRoute> routes, long seed) {
    String tenant = platform.operator()
        .post("/api/platform/v1/tenants",
            "{\"name\":\"Aimed at\",\"owner\":{\"email\":\"ada@acme.example\",\"password\":\"" + PASSWORD + "\"}}")
        .isStatus(201).text("data", "id");
    Key key = platform.key(
        tenant,
        """
            {"name":"all","permissions":["leads:read","leads:write","campaigns:read","campaigns:write",
             "api_keys:read","api_keys:write","audit:read"]}""");
    Client holder = new Client(platform.operator().url()).with(key.text());
    List<String> campaigns = new ArrayList<>();
    List<String> leads = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      String campaign = Platform.campaign(holder);
      campaigns.add(campaign);
      leads.add(holder.post(Platform.leads(campaign), "{\"phone_number\":\"+14155550199\"}")
          .text("data", "campaign_lead_id"));
      keys.add(platform.key(tenant).id());
    }
    FuzzRequests api = new FuzzRequests(
        seed,
        Map.of(
            "Tenant", List.of(platform.tenant("Also aimed at"), platform.tenant("And this")),
            "ApiKey", keys,
            "VoiceCampaign", campaigns,
            "VoiceCampaignLead", leads,
            "Member", List.of("TWVtYmVyOjE=")),
        key.text());
    FuzzPages pages = pages(platform, routes, tenant, seed, keys, campaigns, leads);
    AtomicInteger made = new AtomicInteger();
    return () -> made.getAndIncrement() % TO_ANY_ROUTE == 0 ? pages.next() : api.next();
  }

  private static FuzzPages pages(
      Platform platform,
      List<ServedRoute> routes,
      String tenant,
      long seed,
      List<String> keys,
      List<String> campaigns,
      List<String> leads) {
    Browser browser = new Browser(new Client(platform.operator().url()), "/en/" + tenant);
    String cookie = browser.keeping(browser.signIn("ada@acme.example", PASSWORD)).headers().get("Cookie");
    String token = cookie.replaceAll(".*latchkey-form=([^;]*).*", "$1");
    return new FuzzPages(
        seed,
        routes,
        Map.of("key", keys, "id", keys, "campaign", campaigns, "lead", leads, "member",
            List.of("Member:1", "TWVtYmVyOjE="),
            "selector", List.of("liveness", "readiness"), "code", List.of("key_invalid", "key_malformed"), "name",
            List.of("swagger-ui.css", "docs.js", "favicon-32x32.png")),
        tenant,
        List.of(cookie),
        token);
  }

  private void run(Supplier<FuzzRequest> requests) throws InterruptedException {
    BlockingQueue<List<FuzzRequest>> batches = new ArrayBlockingQueue<>(32);
    ExecutorService connections = Executors.newFixedThreadPool(CONNECTIONS);
    try {
      List<Future<?>> ends = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS; i++) {
        ends.add(connections.submit(() -> {
          converse(batches);
          return null;
        }));
      }
      for (int made = 0; made < INPUTS; made += AT_ONCE) {
        List<FuzzRequest> batch = new ArrayList<>();
        for (int i = made; i < Math.min(made + AT_ONCE, INPUTS); i++) {
          batch.add(requests.get());
        }
        while (!batches.offer(batch, 1, TimeUnit.SECONDS)) {
          failWithThoseThatHave(ends);
        }
      }
      for (int i = 0; i < CONNECTIONS; i++) {
        while (!batches.offer(List.of(), 1, TimeUnit.SECONDS)) {
          failWithThoseThatHave(ends);
        }
      }
      for (Future<?> end : ends) {
        end.get();
      }
    } catch (ExecutionException failed) {
      throw new AssertionError(failed.getCause().getMessage(), failed.getCause());
    } finally {
      // Not to wait for those that wait for more, where making it has failed.
      connections.shutdownNow();
    }
  }

  private static void failWithThoseThatHave(List<Future<?>> ends) throws InterruptedException, ExecutionException {
    for (Future<?> end : ends) {
      if (end.isDone()) {
        end.get();
      }
    }
  }

  /** Sends batches until an empty one. */
  private void converse(BlockingQueue<List<FuzzRequest>> batches) throws InterruptedException, IOException {
    Optional<KeptConnection> kept = Optional.empty();
    for (List<FuzzRequest> batch = batches.take(); !batch.isEmpty(); batch = batches.take()) {
      Deque<FuzzRequest> left = new ArrayDeque<>(batch);
      while (!left.isEmpty()) {
        KeptConnection connection = kept.isPresent() ? kept.get() : KeptConnection.to(server.url());
        kept = answered(connection, left) ? Optional.of(connection) : Optional.empty();
      }
    }
    if (kept.isPresent()) {
      kept.get().close();
    }
  }

  /** Sends what is left at once and takes away what is answered; tells whether the connection can be used again. */
  private boolean answered(KeptConnection connection, Deque<FuzzRequest> left) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    left.forEach(request -> all.writeBytes(request.bytes()));
    try {
      connection.send(all.toByteArray());
    } catch (IOException closedMeanwhile) {
      // Its answers say what they were refused for.
    }
    while (!left.isEmpty()) {
      FuzzRequest request = left.getFirst();
      Answer answer;
      try {
        answer = connection.unchecked();
      } catch (IOException none) {
        throw new AssertionError("No answer, -Dfuzz.seed=" + SEED + ": " + request, none);
      }
      judge(request, answer);
      left.removeFirst();
      if (answer.headers().getOrDefault("connection", List.of()).contains("close") || isUnread(answer)) {
        connection.close();
        return false;
      }
    }
    return true;
  }

  /** Where not even the version of a request could be read, the answer is of the oldest one and ends the connection. */
  private static boolean isUnread(Answer answer) {
    return answer.status() == 414 || (answer.status() == 400 && answer.body().contains("\"request_malformed\"")
        && !answer.has("Date"));
  }

  /** What is true of every answer. */
  private void judge(FuzzRequest request, Answer answer) {
    kinds.computeIfAbsent(request.kind(), _ -> new LongAdder()).increment();
    statuses.computeIfAbsent(answer.status(), _ -> new LongAdder()).increment();
    try {
      assertThat(answer.status()).isBetween(200, 499);
      assertThat(answer.header("X-Request-Id")).matches(REQUEST_ID);
      if (isOfAPage(request)) {
        return;
      }
      Described.checked(request.method(), request.target(), answer);
      if (answer.status() >= 400) {
        judgeProblem(answer);
      } else if (answer.status() == 204) {
        assertThat(answer.body()).isEmpty();
      } else if (!request.target().startsWith("/problems/")) {
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.json().isObject()).isTrue();
      }
    } catch (AssertionError | RuntimeException wrong) {
      throw new AssertionError(
          "-Dfuzz.seed=" + SEED + "\n" + request + "\nwas answered with " + answer + "\n" + wrong.getMessage(), wrong);
    }
  }

  /** Pages and files answer people in their own ways. */
  private static boolean isOfAPage(FuzzRequest request) {
    return List.of("page", "form", "packed").contains(request.kind()) && !API.matcher(request.target()).matches();
  }

  private static void judgeProblem(Answer answer) {
    ProblemType type = ProblemType.coded(answer.text("code")).orElseThrow();
    answer.isProblem(type.status().getCode(), type.code());
  }
}
