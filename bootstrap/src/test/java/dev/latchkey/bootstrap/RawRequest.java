package dev.latchkey.bootstrap;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A request written by hand, for what an HTTP client would not send, or not in two parts. */
public final class RawRequest implements AutoCloseable {

  private static final int TIMEOUT_MILLIS = 30_000;

  private final Socket socket;
  private final SentRequests sent = new SentRequests();

  private RawRequest(Socket socket) {
    this.socket = socket;
  }

  public static RawRequest to(URI url) throws IOException {
    Socket socket = new Socket(url.getHost(), url.getPort());
    socket.setSoTimeout(TIMEOUT_MILLIS);
    return new RawRequest(socket);
  }

  /** Sends lines, each ended as HTTP has it. */
  public RawRequest lines(String... lines) throws IOException {
    for (String line : lines) {
      text(line + "\r\n");
    }
    return this;
  }

  RawRequest text(String text) throws IOException {
    sent.add(text);
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
    return this;
  }

  /** Reads the one answer; the request has to ask for the connection to be closed. */
  public Answer answer() throws IOException {
    String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int end = all.indexOf("\r\n\r\n");
    if (end < 0) {
      throw new AssertionError("No whole answer but: " + all);
    }
    List<String> head = List.of(all.substring(0, end).split("\r\n"));
    Map<String, List<String>> headers = new TreeMap<>();
    for (String line : head.subList(1, head.size())) {
      int colon = line.indexOf(':');
      headers.computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
          .add(line.substring(colon + 1).strip());
    }
    return sent.checked(
        new Answer(Integer.parseInt(head.getFirst().split(" ")[1]), headers, all.substring(end + 4)));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
