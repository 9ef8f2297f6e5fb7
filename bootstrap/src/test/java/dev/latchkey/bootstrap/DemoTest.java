package dev.latchkey.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Within a minute: run it, succeed, get refused. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoTest {

  private static final Map<String, String> DEMO = Map.of("LATCHKEY_DEMO", "true");
  private static final Pattern CURL = Pattern.compile(
      "^curl -sS -X POST '(?<url>[^']+)' -H 'Authorization: Bearer (?<key>[^']+)' -H 'Content-Type: application/json'"
          + " -d '(?<body>[^']+)'$");
  private static final Pattern DASHBOARD = Pattern.compile("dashboard at (?<home>http://\\S+)");
  private static final Pattern LOGIN = Pattern.compile("e-mail (?<email>\\S+), password (?<password>\\S+)");

  private static Path dataDir;
  private static RunningServer server;
  private static List<Matcher> curls;

  @BeforeAll
  static void startTheDemo(@TempDir Path folder) {
    dataDir = folder.resolve("data");
    server = RunningServer.start(dataDir, DEMO);
    curls = server.awaitLines(CURL, 2);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void theFirstLineStoresALeadHoweverOftenItIsPasted() {
    pasted(curls.get(0)).says(201, "Lead added to the campaign successfully");
    pasted(curls.get(0)).says(200, "Lead added to the campaign successfully");
  }

  @Test
  void theSecondLineIsRefusedAndNamesItsReason() {
    pasted(curls.get(1)).isProblem(403, "campaign_access_denied");
  }

  @Test
  void theLinesMeanToAShellWhatTheyMeanHere() throws IOException, InterruptedException {
    assumeTrue(isThere("curl"), "There is no curl here; the other tests send what the lines say all the same.");

    Path output = Files.createTempFile(dataDir, "curl", ".out");
    Process shell = new ProcessBuilder("sh", "-c", curls.get(1).group()).redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();

    assertThat(shell.waitFor(30, TimeUnit.SECONDS)).as("curl ended").isTrue();
    String said = Files.readString(output);
    assertThat(shell.exitValue()).as(said).isZero();
    assertThat(said).contains("\"code\":\"campaign_access_denied\"");
  }

  @Test
  void theOwnerSignsInWithWhatWasPrinted() {
    URI home = URI.create(server.awaitLine(DASHBOARD).group("home"));
    Matcher login = server.awaitLine(LOGIN);
    Browser browser = new Browser(server.client(), home.getPath());

    assertThat(browser.signIn(login.group("email"), "wrong-password").status()).isEqualTo(403);
    Answer signedIn = browser.signIn(login.group("email"), login.group("password"));

    assertThat(signedIn.status()).isEqualTo(303);
    assertThat(server.client().get(signedIn.header("Location")).status()).isEqualTo(303);
    Answer keys = browser.keeping(signedIn).get(signedIn.header("Location"));
    assertThat(keys.status()).isEqualTo(200);
    assertThat(keys.body())
        .contains("Demo key", login.group("email"))
        .doesNotContain(curls.get(0).group("key"), login.group("password"));
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void aSecondStartMakesNoOtherDemoAndSaysSo() {
    assertThat(server.stop()).isZero();

    server = RunningServer.start(dataDir, DEMO);

    server.awaitLine(Pattern.compile("no demo was made"));
    server.awaitLine(Pattern.compile("LATCHKEY_DATA_DIR"));
    assertThat(server.output()).doesNotContain("curl", "lk_live_", "e-mail");
    server.client().with(curls.get(0).group("key")).get("/api/v2/auth/whoami").isStatus(200);
  }

  private static Answer pasted(Matcher curl) {
    URI url = URI.create(curl.group("url"));
    return server.client().with(curl.group("key")).post(url.getPath(), curl.group("body"));
  }

  private static boolean isThere(String command) throws InterruptedException {
    try {
      return new ProcessBuilder(command, "--version").start().waitFor() == 0;
    } catch (IOException notThere) {
      return false;
    }
  }
}
