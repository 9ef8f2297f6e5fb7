package dev.latchkey.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.bootstrap.Platform.Key;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.scheduling.annotation.Scheduled;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every job of the product runs by the clock in the assembled server. The periods are shortened by the settings that the jobs
 * name; what they are without is held to what is promised. Nothing here calls a job.
 */
class JobsTest {

  private static final String WHOAMI = "/api/v2/auth/whoami";
  private static final Duration SHORT = Duration.ofMillis(200);
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Pattern PERIOD = Pattern.compile("\\$\\{(latchkey\\.jobs\\.[a-z-]+):(\\d+[sm])}");
  private static final Pattern PRUNED_TABLE = Pattern.compile("latchkey_pruned_rows_total\\{table=\"(\\w+)\"}");
  private static final Pattern CLASS_FILE = Pattern.compile("(dev/latchkey/(?:\\w+/)*[A-Z][\\w$]*)\\.class");

  /** What each job does, and the longest period with which it keeps what is promised of it. */
  private final Map<String, Job> jobs = Map.of(
      "JdbcUses.flush", new Job(Duration.ofSeconds(30), this::lastUsesAreWritten),
      "JdbcRefusals.write", new Job(Duration.ofSeconds(1), this::refusalsAreWritten),
      "Pruning.prune", new Job(Duration.ofMinutes(5), this::pastRowsAreRemoved));

  /** Whether pruning left, of the rows that {@link #pastRowsAreRemoved} adds to each table, those that are not past. */
  private final Map<String, Condition> pruned = Map.of(
      "rate_bucket", () -> rows("SELECT id FROM rate_bucket") == 1,
      "remembered_answer", () -> rows("SELECT id FROM remembered_answer") == 1,
      "refused_request", () -> rows("SELECT number FROM refused_request WHERE tenant_id = 1") == 1,
      "member_session", () -> rows("SELECT token_digest FROM member_session") == 1,
      "change_feed", () -> rows("SELECT position FROM change_feed WHERE position = 1") == 0);

  @TempDir
  private Path folder;

  private ApplicationContext context;
  private Platform platform;
  private Client client;

  private record Job(Duration longestPeriod, Effect effect) {}

  private interface Effect {

    void happens() throws SQLException;
  }

  @BeforeEach
  void start() throws IOException {
    context = ContextBuilder.of(
        SettingsReader.read(
            Map.of(
                "LATCHKEY_DATA_DIR", folder.toString(),
                "LATCHKEY_HOST", "127.0.0.1",
                "LATCHKEY_PORT", "0",
                "LATCHKEY_OPERATOR_TOKEN", Platform.TOKEN)));
    context.getEnvironment().addPropertySource(
        PropertySource.of(
            declared().flatMap(job -> periods(job).map(period -> period.group(1)))
                .distinct()
                .collect(Collectors.toMap(name -> name, _ -> SHORT.toMillis() + "ms"))));
    context.start();
    client = new Client(context.getBean(EmbeddedServer.class).start().getURI());
    platform = Platform.of(client);
  }

  @AfterEach
  void stop() {
    context.close();
  }

  @Test
  void everyJobThatIsDeclaredIsScheduledAndHasATestOfItsWork() throws IOException {
    Set<String> declared = names(declared());
    Set<String> scheduled = context.getBeanDefinitions(Object.class).stream()
        .filter(definition -> definition.getBeanType().getName().startsWith("dev.latchkey."))
        .flatMap(JobsTest::scheduled)
        .collect(Collectors.toCollection(TreeSet::new));

    assertThat(scheduled).isNotEmpty().isEqualTo(declared);
    assertThat(jobs.keySet()).as("the jobs whose work is tested here").isEqualTo(declared);
  }

  @Test
  void everyJobDoesItsWorkByTheClock() throws SQLException {
    for (Job job : jobs.values()) {
      job.effect().happens();
    }
  }

  @Test
  void noJobHasALongerPeriodThanItsPromiseAllows() throws IOException {
    declared().forEach(job -> {
      Duration longest = jobs.get(name(job)).longestPeriod();
      assertThat(periods(job).map(period -> period(period.group(2)))).as(name(job))
          .hasSize(2)
          .allMatch(period -> period.compareTo(longest) <= 0);
    });
  }

  @Test
  void whatJobsDidAndDroppedIsCountedFromTheStart() {
    String metrics = client.get("/prometheus").body();

    assertThat(metrics).contains(
        "latchkey_written_total{what=\"last_uses\"}",
        "latchkey_written_total{what=\"refused_requests\"}",
        "latchkey_dropped_total{what=\"refused_requests_over_key_rate\"}",
        "latchkey_dropped_total{what=\"refused_requests_over_queue\"}",
        "latchkey_dropped_total{what=\"refused_requests_over_tenant_limit\"}",
        "latchkey_dropped_total{what=\"refused_requests_failed\"}",
        "latchkey_dropped_total{what=\"idempotent_responses_over_key_limit\"}");
    assertThat(PRUNED_TABLE.matcher(metrics).results().map(table -> table.group(1)))
        .as("the tables whose pruning is tested here")
        .containsExactlyInAnyOrderElementsOf(pruned.keySet());
  }

  private void lastUsesAreWritten() {
    Key key = platform.key(platform.tenant("Uses"));
    Instant before = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    client.with(key.text()).get(WHOAMI).isStatus(200);

    await(() -> !platform.operator().get(platform.path(key)).json().get("data").get("last_used_at").isNull());

    assertThat(Instant.parse(platform.operator().get(platform.path(key)).text("data", "last_used_at")))
        .isBetween(before, Instant.now());
  }

  private void refusalsAreWritten() {
    Key key = platform.key(platform.tenant("Refusals"));
    platform.operator().patch(platform.path(key), "{\"status\":\"DISABLED\"}").isStatus(200);
    client.with(key.text()).sending("X-Request-Id", "refused-1").get(WHOAMI + "?a=b").isStatus(401);

    await(
        () -> rows(
            "SELECT number FROM refused_request WHERE request_id = 'refused-1' AND method = 'GET' AND path = '"
                + WHOAMI + "'") == 1);
  }

  private void pastRowsAreRemoved() throws SQLException {
    String member = "SELECT id FROM tenant_member";
    platform.operator()
        .post(
            "/api/platform/v1/tenants",
            "{\"name\":\"Sessions\",\"owner\":{\"email\":\"a@example.com\",\"password\":\"correct horse battery\"}}")
        .isStatus(201);
    long now = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    long kept = now + TimeUnit.DAYS.toMicros(1);
    execute("INSERT INTO rate_bucket (id, state, needed_till) VALUES ('1', '', 1), ('2', '', %d)".formatted(kept));
    execute("INSERT INTO remembered_answer (id, fingerprint, remembered_till) VALUES ('1', '', 1), ('2', '', %d)"
        .formatted(kept));
    execute("INSERT INTO refused_request (tenant_id, request_id, key_id, masked, code, refused_at)"
        + " VALUES (1, 'past', 1, '', '', 1), (1, 'kept', 1, '', '', %d)".formatted(now));
    execute("INSERT INTO member_session (token_digest, member_id, expires_at) VALUES ('1', (%s), 1), ('2', (%s), %d)"
        .formatted(member, member, kept));
    execute("UPDATE change_feed SET changed_at = 1 WHERE position = 1");

    pruned.values().forEach(JobsTest::await);
  }

  /** A condition that looks at what is stored. */
  private interface Condition {

    boolean holds() throws SQLException;
  }

  private static void await(Condition condition) {
    long end = System.nanoTime() + LONGEST.toNanos();
    try {
      while (!condition.holds()) {
        assertThat(System.nanoTime()).as("the job never did its work").isLessThan(end);
        TimeUnit.MILLISECONDS.sleep(20);
      }
    } catch (SQLException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private long rows(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("SELECT COUNT(*) FROM (" + sql + ") found")) {
      found.next();
      return found.getLong(1);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = connect(); Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("latchkey"), "sa", "");
  }

  private static Stream<String> scheduled(BeanDefinition<?> definition) {
    return definition.getExecutableMethods().stream()
        .filter(method -> method.hasAnnotation(Scheduled.class))
        .map(method -> definition.getBeanType().getSimpleName() + "." + method.getMethodName());
  }

  private static Stream<Matcher> periods(Method job) {
    return Arrays.stream(job.getAnnotationsByType(Scheduled.class))
        .flatMap(scheduled -> Stream.of(scheduled.fixedDelay(), scheduled.initialDelay()))
        .map(text -> {
          Matcher period = PERIOD.matcher(text);
          assertThat(period.matches()).as("the period %s of %s", text, job).isTrue();
          return period;
        });
  }

  private static Duration period(String text) {
    return Duration.parse("PT" + text);
  }

  private static Set<String> names(Stream<Method> methods) {
    return methods.map(JobsTest::name).collect(Collectors.toCollection(TreeSet::new));
  }

  private static String name(Method method) {
    return method.getDeclaringClass().getSimpleName() + "." + method.getName();
  }

  /** Every method in the product's class files that says that it is a job. */
  private static Stream<Method> declared() throws IOException {
    Set<String> classes = new TreeSet<>();
    for (String entry : System.getProperty("java.class.path").split(System.getProperty("path.separator"), -1)) {
      Path path = Path.of(entry);
      if (Files.isDirectory(path) && !path.endsWith("test-classes")) {
        collect(path, classes);
      } else if (path.getFileName().toString().matches("latchkey-.*\\.jar")) {
        try (FileSystem jar = FileSystems.newFileSystem(path)) {
          collect(jar.getPath("/"), classes);
        }
      }
    }
    assertThat(classes).hasSizeGreaterThan(300);
    return classes.stream().flatMap(JobsTest::methods)
        .filter(method -> method.getAnnotationsByType(Scheduled.class).length > 0);
  }

  private static void collect(Path root, Set<String> classes) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      files.map(file -> CLASS_FILE.matcher(root.relativize(file).toString()))
          .filter(Matcher::matches)
          .forEach(file -> classes.add(file.group(1).replace('/', '.')));
    }
  }

  private static Stream<Method> methods(String type) {
    try {
      return Arrays.stream(Class.forName(type, false, JobsTest.class.getClassLoader()).getDeclaredMethods());
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
