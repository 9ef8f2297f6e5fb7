package dev.latchkey.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.bootstrap.Platform.Key;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Guessing on a running server, behind a proxy that is trusted, so that each test has an address of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuessingSourceTest {

  private static final String WHOAMI = "/api/v2/auth/whoami";
  private static final String TENANTS = "/api/platform/v1/tenants";
  private static final int LIMIT = 60;
  private static final int FLOOD = 400;

  private RunningServer server;
  private Platform platform;
  private String tenant;
  private Key key;
  private long lastGuess;

  @BeforeAll
  void start(@TempDir Path folder) {
    server = RunningServer.start(
        folder.resolve("data"),
        Map.of("LATCHKEY_OPERATOR_TOKEN", Platform.TOKEN, "LATCHKEY_TRUSTED_PROXIES", "127.0.0.0/8"));
    platform = Platform.of(server.client());
    tenant = platform.tenant("Acme");
    key = platform.key(tenant);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void aSourceThatGuessesIsSlowedDownAndItsValidKeyInMemoryKeepsWorking() {
    Client guesser = from("198.51.100.1");
    guesser.with(key.text()).get(WHOAMI).isStatus(200);
    double lookUpsBefore = metric("latchkey_credentials_lookups_total{answered=\"store\"");

    List<Answer> answers = IntStream.range(0, FLOOD).mapToObj(_ -> guesser.with(guess()).get(WHOAMI)).toList();

    assertThat(answers.subList(0, LIMIT)).allSatisfy(answer -> answer.isProblem(401, "key_invalid"));
    assertThat(answers.subList(LIMIT, FLOOD)).allSatisfy(answer -> {
      answer.isProblem(429, "too_many_failures");
      assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 60);
    });
    double seconds = secondsOf(answers);
    assertThat(metric("latchkey_credentials_lookups_total{answered=\"store\"") - lookUpsBefore)
        .isLessThanOrEqualTo(LIMIT + 5 * (seconds + 2));
    guesser.with(key.text()).get(WHOAMI).isStatus(200);
    from("198.51.100.2").with(guess()).get(WHOAMI).isProblem(401, "key_invalid");
  }

  @Test
  void whatNeedsNoLookUpIsAnsweredAsUsualThere() {
    Client guesser = from("198.51.100.3");
    flood(guesser);

    guesser.get(WHOAMI).isProblem(401, "credentials_missing");
    guesser.sending("Authorization", key.text()).get(WHOAMI).isProblem(401, "credentials_malformed");
    guesser.with("lk_live_1").get(WHOAMI).isProblem(401, "key_malformed");
    guesser.with(Platform.TOKEN).get(TENANTS).isStatus(200);
    guesser.with("wrong").get(TENANTS).isProblem(429, "too_many_failures");
  }

  @Test
  void aValidKeyThatIsNotInMemoryIsFoundThere() {
    Client guesser = from("198.51.100.4");
    flood(guesser);
    Key fresh = platform.key(tenant);

    Answer answer = guesser.with(fresh.text()).get(WHOAMI);
    while (answer.status() == 429) {
      answer = guesser.with(fresh.text()).get(WHOAMI);
    }

    answer.isStatus(200);
  }

  @Test
  void aValidKeyThatWasChangedIsReadAnewThereBeyondTheBudget() {
    Client guesser = from("198.51.100.6");
    Key used = platform.key(tenant);
    guesser.with(used.text()).get(WHOAMI).isStatus(200);
    flood(guesser);
    for (int i = 0; i < 5; i++) {
      platform.operator()
          .patch(TENANTS + "/" + tenant + "/api-keys/" + used.id(), "{\"name\":\"Changed " + i + "\"}").isStatus(200);
      for (int lookUp = 0; lookUp < 10; lookUp++) {
        guesser.with(guess()).get(WHOAMI).isProblem(429, "too_many_failures");
      }

      guesser.with(used.text()).get(WHOAMI).isStatus(200);
    }
  }

  @Test
  void wrongOperatorTokensAreCountedWithWrongKeysByNetworkOf64Bits() {
    for (int i = 0; i < LIMIT; i++) {
      from("2001:db8:0:1::" + Integer.toHexString(i)).with("wrong" + i).get(TENANTS)
          .isProblem(401, "operator_token_invalid");
    }

    from("2001:db8:0:1:ffff::1").with(guess()).get(WHOAMI).isProblem(429, "too_many_failures");
    from("2001:db8:0:2::1").with(guess()).get(WHOAMI).isProblem(401, "key_invalid");
  }

  @Test
  void verifyingCountsForTheAddressInItsBodyAndNotAtAllWithoutOne() {
    for (int i = 0; i < 2 * LIMIT; i++) {
      assertThat(verify("").text("data", "code")).isEqualTo("key_invalid");
    }
    for (int i = 0; i < LIMIT; i++) {
      assertThat(verify(",\"address\":\"192.0.2.50\"").text("data", "code")).isEqualTo("key_invalid");
    }

    assertThat(verify(",\"address\":\"192.0.2.50\"").text("data", "code")).isEqualTo("too_many_failures");
    from("192.0.2.50").with(guess()).get(WHOAMI).isProblem(429, "too_many_failures");
    assertThat(verify("").text("data", "code")).isEqualTo("key_invalid");
  }

  @Test
  void failuresAreCountedExactlyAndLoggedInSamplesWithoutAnySecret() {
    double failures = failures();
    double decisions = metric("latchkey_decisions_total{code=\"key_invalid\",outcome=\"refused\",via=\"v2\"")
        + metric("latchkey_decisions_total{code=\"too_many_failures\",outcome=\"refused\",via=\"v2\"");
    List<String> guesses = new ArrayList<>();
    Client guesser = from("198.51.100.5");
    for (int i = 0; i < 2 * LIMIT; i++) {
      guesses.add(guess());
      guesser.with(guesses.getLast()).get(WHOAMI);
    }

    assertThat(failures() - failures).isEqualTo(2 * LIMIT);
    assertThat(metric("latchkey_decisions_total{code=\"key_invalid\",outcome=\"refused\",via=\"v2\"")
        + metric("latchkey_decisions_total{code=\"too_many_failures\",outcome=\"refused\",via=\"v2\"") - decisions)
        .isEqualTo(2 * LIMIT);
    String output = server.output();
    assertThat(output).contains("Failed authentications with key_invalid since the last such line: ");
    assertThat(output.lines().filter(line -> line.contains("Failed authentications with")).count()).isLessThan(30);
    assertThat(guesses).noneMatch(guess -> output.contains(guess.substring(24, 56)));
  }

  @Test
  void metricsHaveHistogramsAndLabelsWithoutSpacesAndExpressions() {
    server.client().get("/en/" + tenant + "/sign-in");
    server.client().with(key.text()).get(WHOAMI).isStatus(200);
    String metrics = server.client().get("/prometheus").body();

    assertThat(metrics).contains("http_server_requests_seconds_bucket{", "uri=\"/api/v2/auth/whoami\",le=\"0.005\"");
    assertThat(metrics).contains("latchkey_dropped_total{what=\"failure_sources\"");
    Matcher labels = Pattern.compile("uri=\"([^\"]*)\"").matcher(metrics);
    assertThat(labels.results().map(label -> label.group(1)).toList())
        .isNotEmpty().allMatch(uri -> uri.matches("[A-Za-z0-9/_.{}-]+"), "plain");
    assertThat(metrics.lines().filter(line -> line.startsWith("latchkey_")))
        .noneMatch(line -> line.matches(".*=\"[^\"]* [^\"]*\".*"));
  }

  private void flood(Client guesser) {
    for (int i = 0; i <= LIMIT; i++) {
      guesser.with(guess()).get(WHOAMI);
    }
  }

  private Answer verify(String more) {
    return platform.operator()
        .post("/api/platform/v1/keys/verify", "{\"key\":\"" + guess() + "\"" + more + "}").isStatus(200);
  }

  private Client from(String address) {
    return server.client().sending("X-Forwarded-For", address);
  }

  /** A key of the right form that does not exist. */
  private String guess() {
    lastGuess++;
    return ForgedKey.like(key).ahead(lastGuess);
  }

  private double failures() {
    return metric("latchkey_failed_authentications_total{reason=\"key_invalid\"")
        + metric("latchkey_failed_authentications_total{reason=\"too_many_failures\"");
  }

  private double metric(String series) {
    return server.client().get("/prometheus").body().lines()
        .filter(line -> line.startsWith(series))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  /** How long the server took for them, by the dates of their answers. */
  private static double secondsOf(List<Answer> answers) {
    List<Long> dates = answers.stream().map(answer -> epochSecond(answer.header("Date"))).toList();
    return Collections.max(dates) - Collections.min(dates);
  }

  private static long epochSecond(String date) {
    return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toEpochSecond();
  }
}
