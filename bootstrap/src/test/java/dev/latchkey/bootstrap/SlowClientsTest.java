package dev.latchkey.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.bootstrap.Platform.Key;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Clients that send or read slowly are given up, and cost the others nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlowClientsTest {

  private static final int MEBIBYTE = 1024 * 1024;
  private static final String BUNDLE = "GET /docs/assets/swagger-ui-bundle.js HTTP/1.1\r\nHost: localhost\r\n\r\n";

  private RunningServer server;
  private Client good;
  private Key key;
  private String leads;
  private String tenant;

  @BeforeAll
  void start(@TempDir Path folder) {
    server = RunningServer.start(folder.resolve("data"), Map.of("LATCHKEY_OPERATOR_TOKEN", Platform.TOKEN));
    Platform platform = Platform.of(server.client());
    tenant = platform.tenant("Acme");
    key = platform.key(tenant);
    good = server.client().with(key.text());
    leads = Platform.leads(Platform.campaign(good));
  }

  @AfterAll
  void stop() {
    String said = server.output();
    server.close();
    assertThat(said).doesNotContain(" ERROR ", "OutOf", "\tat ");
  }

  @Test
  @Timeout(value = 3, unit = TimeUnit.MINUTES)
  void requestsThatDoNotArriveAndAnswersThatAreNotReadAreGivenUp() throws Exception {
    double slow = dropped("slow_request");
    double unread = dropped("unread_answer");
    List<Slow> slowOnes = List.of(
        new Slow("nothing", "", "", false),
        new Slow("half a head", "GET /version HTTP/1.1\r\nHost:", "", false),
        new Slow("a trickled head", "GET /version HTTP/1.1\r\nHost: localhost\r\nX-Long: ", "x", false),
        new Slow("a trickled body", post(leads, "Authorization: Bearer " + key.text(), 500) + "{", " ", false),
        new Slow("a trickled body in chunks", chunked(leads), "1\r\n \r\n", false),
        new Slow("a body that nobody waits for", post(leads, "X-No-Key: 1", 500), " ", true),
        new Slow("a trickled form", post("/en/" + tenant + "/sign-in", "X-No-Key: 1", 500) + "a=", "x", false),
        new Slow("half a head behind a request", "GET /version HTTP/1.1\r\nHost: localhost\r\n\r\nGET /v", "", true),
        new Slow("a second head", "GET /version HTTP/1.1\r\nHost: localhost\r\n\r\n", "G", true));
    List<Future<String>> ends = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Slow each : slowOnes) {
        ends.add(threads.submit(() -> each.until(server)));
      }
      Future<String> reader = threads.submit(this::readNothing);
      for (Future<String> end : ends) {
        assertThat(end.get()).endsWith("closed");
      }
      assertThat(reader.get()).isEqualTo("closed");
    }
    assertThat(dropped("slow_request") - slow).isEqualTo(slowOnes.size());
    assertThat(dropped("unread_answer") - unread).isEqualTo(1);
    good.get("/api/v2/auth/whoami").isStatus(200);
  }

  /** A client that sends a start and then a little each second. */
  private record Slow(String name, String start, String more, boolean answered) {

    /** Goes on until the server closes the connection. */
    String until(RunningServer server) throws IOException {
      try (Socket socket = new Socket(server.url().getHost(), server.url().getPort())) {
        socket.setSoTimeout(1_000);
        socket.getOutputStream().write(start.getBytes(StandardCharsets.ISO_8859_1));
        while (true) {
          try {
            if (socket.getInputStream().read(new byte[4096]) < 0) {
              return name + " closed";
            }
          } catch (SocketTimeoutException stillOpen) {
            socket.getOutputStream().write(more.getBytes(StandardCharsets.ISO_8859_1));
          }
        }
      } catch (SocketTimeoutException impossible) {
        throw new AssertionError(impossible);
      } catch (IOException reset) {
        return name + " closed";
      }
    }
  }

  /** Asks for a long file many times over and reads none of it, until the server closes the connection. */
  private String readNothing() throws IOException {
    try (Socket socket = new Socket(server.url().getHost(), server.url().getPort())) {
      socket.setSoTimeout(1_000);
      try {
        while (true) {
          socket.getOutputStream().write(BUNDLE.getBytes(StandardCharsets.ISO_8859_1));
          // Waiting by a read of another connection: this one's answers stay where they are.
          good.get("/version").isStatus(200);
          Thread.onSpinWait();
          if (dropped("unread_answer") > 0) {
            return "closed";
          }
        }
      } catch (IOException reset) {
        return "closed";
      }
    }
  }

  @Test
  void manyUnreadAnswersAndUnfinishedBodiesLeaveMemoryForTheOthers() throws IOException {
    List<Socket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < 150; i++) {
        sockets.add(sent((BUNDLE).repeat(40)));
        sockets.add(sent("GET /openapi.yaml HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n".repeat(40)));
        sockets
            .add(sent(post(leads, "Authorization: Bearer " + key.text(), MEBIBYTE) + "{" + " ".repeat(MEBIBYTE - 3)));
        sockets.add(sent(post("/en/" + tenant + "/sign-in", "X-No-Key: 1", MEBIBYTE) + "a".repeat(20_000)));
      }
      good.get("/api/v2/auth/whoami").isStatus(200);
      good.post(leads, "{\"phone_number\":\"+14155550123\"}").isStatus(201);
      assertThat(directMemory()).isLessThan(200.0 * MEBIBYTE);
    } finally {
      for (Socket socket : sockets) {
        socket.close();
      }
    }
  }

  private Socket sent(String text) throws IOException {
    Socket socket = new Socket(server.url().getHost(), server.url().getPort());
    try {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException refusedMeanwhile) {
      // As it may be: what counts is what the server keeps.
    }
    return socket;
  }

  private static String post(String path, String header, int length) {
    return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\nContent-Type: "
        + (path.endsWith("sign-in") ? "application/x-www-form-urlencoded" : "application/json")
        + "\r\nContent-Length: " + length + "\r\n\r\n";
  }

  private String chunked(String path) {
    return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + key.text()
        + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n";
  }

  private double dropped(String what) {
    return figure("latchkey_dropped_total{what=\"" + what + "\"}");
  }

  private double directMemory() {
    return figure("jvm_buffer_memory_used_bytes{id=\"direct\"}");
  }

  private double figure(String name) {
    return server.client().get("/prometheus").body().lines()
        .filter(line -> line.startsWith(name))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .findFirst()
        .orElseThrow(() -> new AssertionError("There is no figure " + name));
  }
}
