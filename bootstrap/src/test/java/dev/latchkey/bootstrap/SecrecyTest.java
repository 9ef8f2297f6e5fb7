package dev.latchkey.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.bootstrap.Platform.Key;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets that went through the server are searched for in all that it said and all that it kept. */
class SecrecyTest {

  private static final String TENANT = "A tenant to be found";
  private static final String PASSWORD = "a-password-nobody-may-see";
  private static final String WHOAMI = "/api/v2/auth/whoami";

  /** What it is, and the text itself. */
  private static final Map<String, String> SECRETS = new LinkedHashMap<>();

  private static Path dataDir;
  private static Key key;
  private static String said;
  private static List<String> cells;

  @BeforeAll
  static void useAServerAndStopIt(@TempDir Path folder) throws IOException, SQLException {
    dataDir = folder.resolve("data");
    try (RunningServer server = RunningServer.start(dataDir, Map.of())) {
      String token = Files.readString(dataDir.resolve("operator-token")).strip();
      SECRETS.put("the operator's token", token);
      SECRETS.put("the pepper", Files.readString(dataDir.resolve("peppers")).strip().substring("1:".length()));
      SECRETS.put("the owner's password", PASSWORD);
      use(server.client(), new Platform(server.client().with(token)));
      assertThat(server.stop()).isZero();
      said = server.output();
    }
    cells = cells();
  }

  @Test
  void noSecretIsInAnyLineThatTheServerSaid() {
    assertThat(said).contains("Latchkey is ready");
    SECRETS.forEach((what, secret) -> assertThat(said.contains(secret)).as("%s in the output", what).isFalse());
  }

  @Test
  void noSecretIsInAnyColumnOfAnyTable() {
    assertThat(cells).contains(TENANT, key.masked()).anyMatch(cell -> cell.contains("api_key.created"));
    SECRETS.forEach(
        (what, secret) -> assertThat(cells.stream().filter(cell -> cell.contains(secret)).count())
            .as("cells with %s", what)
            .isZero());
  }

  @Test
  void noSecretIsInAnyFileButTheOnesThatKeepIt() throws IOException {
    List<String> named = new ArrayList<>();
    boolean tenantFound = false;
    try (Stream<Path> files = Files.walk(dataDir)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String content = Files.readString(file, StandardCharsets.ISO_8859_1);
        tenantFound |= content.contains(TENANT);
        SECRETS.forEach((what, secret) -> {
          if (content.contains(secret)) {
            named.add(file.getFileName() + " has " + what);
          }
        });
      }
    }
    assertThat(tenantFound).as("the search finds what is there").isTrue();
    assertThat(named).containsExactlyInAnyOrder("operator-token has the operator's token", "peppers has the pepper");
  }

  private static void use(Client anybody, Platform platform) {
    Client operator = platform.operator();
    String tenant = operator.post(
        "/api/platform/v1/tenants",
        "{\"name\":\"%s\",\"owner\":{\"email\":\"o@example.com\",\"password\":\"%s\"}}".formatted(TENANT, PASSWORD))
        .isStatus(201)
        .text("data", "id");
    key = platform.key(tenant);
    Key deleted = platform.key(tenant);
    SECRETS.put("a key's secret", key.secret());
    SECRETS.put("a deleted key's secret", deleted.secret());
    Client holder = anybody.with(key.text());
    String campaign = Platform.campaign(holder);
    holder.post(Platform.leads(campaign), "{\"phone_number\":\"+14155550123\"}").isStatus(201);
    operator.patch(platform.path(key), "{\"status\":\"DISABLED\"}").isStatus(200);
    holder.get(WHOAMI).isProblem(401, "key_disabled");
    operator.patch(platform.path(key), "{\"status\":\"ACTIVE\",\"name\":\"renamed\"}").isStatus(200);
    operator.delete(platform.path(deleted)).isStatus(204);
    anybody.with(deleted.text()).get(WHOAMI).isProblem(401, "key_invalid");
    Browser browser = new Browser(anybody, "/en/" + tenant);
    String shown = browser.generateKey(browser.keeping(browser.signIn("o@example.com", PASSWORD)), "From a page");
    anybody.with(shown).get(WHOAMI).isStatus(200);
    SECRETS.put("a secret that a page showed", shown.substring(shown.lastIndexOf('_') + 1, shown.length() - 6));
    misuse(anybody, operator, tenant, campaign);
  }

  /** What fails is what gets logged. */
  private static void misuse(Client anybody, Client operator, String tenant, String campaign) {
    String wrong = ForgedKey.like(key).withAnotherSecret();
    SECRETS.put("a wrong secret", wrong.substring(wrong.lastIndexOf('_') + 1, wrong.length() - 6));
    anybody.with(wrong).get(WHOAMI).isProblem(401, "key_invalid");
    String text = key.text();
    for (String malformed : List.of(text + "x", text.substring(0, text.length() - 2), text + " x", "x" + text)) {
      anybody.with(malformed).get(WHOAMI).isStatus(401);
    }
    anybody.sending("Authorization", text).get(WHOAMI).isProblem(401, "credentials_malformed");
    anybody.get(WHOAMI + "?api_key=" + text).isProblem(401, "credentials_missing");
    anybody.sending("Cookie", "key=" + text).get(WHOAMI).isProblem(401, "credentials_missing");
    anybody.sending("X-Request-Id", text + " ").get("/nowhere/" + text).isProblem(404, "route_not_found");
    anybody.with(text).post(Platform.leads(campaign), "{\"phone_number\":\"" + text + "\"}").isStatus(400);
    anybody.with(text).post(Platform.leads(campaign), text).isProblem(400, "body_malformed");
    anybody.with(text).get(Platform.leads(text)).isProblem(404, "campaign_not_found");
    anybody.with(text).withJson("PUT", WHOAMI, "{}").isProblem(405, "method_not_allowed");
    anybody.with(text).get("/api/platform/v1/tenants").isProblem(401, "operator_token_invalid");
    operator.get(WHOAMI).isProblem(401, "key_malformed");
    operator.post("/api/platform/v1/tenants/" + tenant + "/api-keys", "{\"name\":").isProblem(400, "body_malformed");
    operator.post(
        "/api/platform/v1/tenants",
        "{\"name\":\"x\",\"owner\":{\"email\":\"none\",\"password\":\"%s\"}}".formatted(PASSWORD))
        .isProblem(400, "validation_failed");
  }

  /** Every cell of every table, as text. */
  private static List<String> cells() throws SQLException {
    List<String> cells = new ArrayList<>();
    String url = "jdbc:h2:file:" + dataDir.resolve("latchkey") + ";IFEXISTS=TRUE;MODE=MySQL;DATABASE_TO_LOWER=TRUE";
    try (Connection connection = DriverManager.getConnection(url, "sa", "");
        ResultSet tables = connection.getMetaData().getTables(null, null, "%", new String[]{"BASE TABLE"})) {
      while (tables.next()) {
        if (!tables.getString("TABLE_SCHEM").equalsIgnoreCase("information_schema")) {
          add(connection, tables.getString("TABLE_SCHEM"), tables.getString("TABLE_NAME"), cells);
        }
      }
    }
    return cells;
  }

  private static void add(Connection connection, String schema, String table, List<String> cells) throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM \"" + schema + "\".\"" + table + "\"")) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        for (int column = 1; column <= columns; column++) {
          byte[] binary = rows.getObject(column) instanceof byte[] bytes ? bytes : new byte[0];
          cells.add(binary.length > 0
              ? new String(binary, StandardCharsets.ISO_8859_1)
              : String.valueOf(rows.getString(column)));
        }
      }
    }
  }
}
