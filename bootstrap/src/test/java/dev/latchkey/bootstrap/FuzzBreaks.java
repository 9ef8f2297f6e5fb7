package dev.latchkey.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Breaks requests off, breaks their chunks, and leaves their answers unread, each on a connection of its own. There may be
 * no answer; what there is says that the client is at fault, or that all was well.
 */
final class FuzzBreaks {

  private static final Pattern STATUS_LINE = Pattern.compile("(?m)^HTTP/1\\.[01] (\\d{3})");
  private static final int TIMEOUT_MILLIS = 20_000;

  private final Random random;
  private final Supplier<FuzzRequest> requests;

  /** @param requests not shared with others, as their order depends on the seed */
  FuzzBreaks(long seed, Supplier<FuzzRequest> requests) {
    this.random = new Random(seed);
    this.requests = requests;
  }

  /** Breaks one request. */
  void next(URI server) throws IOException {
    FuzzRequest request = requests.get();
    byte[] bytes = switch (random.nextInt(4)) {
      case 0 -> half(request.bytes());
      case 1 -> half(chunked(request, ""));
      case 2 -> chunked(request,
          one(List.of("zz\r\n", "-1\r\n", "\r\n\r\n", "ffffffffffffffffff\r\n", "5;x", "0\r\n:\r\n\r\n")));
      default -> repeated(request.bytes());
    };
    int end = random.nextInt(3);
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      if (end == 0) {
        socket.setSoLinger(true, 0);
      }
      socket.getOutputStream().write(bytes);
      if (end == 1) {
        socket.shutdownOutput();
        judge(request, new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1));
      }
    } catch (SocketTimeoutException hang) {
      throw new AssertionError("No end of the connection: " + request, hang);
    } catch (IOException closedMeanwhile) {
      // As the server may do with what is broken.
    }
  }

  private static void judge(FuzzRequest request, String answers) {
    assertThat(STATUS_LINE.matcher(answers).results().map(line -> Integer.parseInt(line.group(1))))
        .as("broken: " + request)
        .allMatch(status -> status >= 100 && status < 500);
  }

  private byte[] half(byte[] bytes) {
    return Arrays.copyOf(bytes, random.nextInt(bytes.length));
  }

  private byte[] repeated(byte[] bytes) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    int count = 1 + random.nextInt(20);
    for (int i = 0; i < count; i++) {
      all.writeBytes(bytes);
    }
    return all.toByteArray();
  }

  private byte[] chunked(FuzzRequest request, String broken) {
    String head = new String(request.bytes(), StandardCharsets.ISO_8859_1);
    head = head.substring(0, head.indexOf("\r\n\r\n") + 2)
        .replaceFirst("\r\nContent-Length: \\d+\r\n", "\r\nTransfer-Encoding: chunked\r\n");
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes((head + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    byte[] body = request.body().length == 0 ? new byte[]{'x'} : request.body();
    for (int from = 0; from < body.length;) {
      int length = Math.min(body.length - from, 1 + random.nextInt(200_000));
      all.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      all.write(body, from, length);
      all.writeBytes("\r\n".getBytes(StandardCharsets.ISO_8859_1));
      from += length;
    }
    all.writeBytes((broken.isEmpty() ? "0\r\n\r\n" : broken).getBytes(StandardCharsets.ISO_8859_1));
    return all.toByteArray();
  }

  private <T> T one(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
