package dev.latchkey.bootstrap;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A connection that stays open, for requests written by hand and answers read one by one. */
final class KeptConnection implements AutoCloseable {

  private static final int TIMEOUT_MILLIS = 30_000;

  private final Socket socket;
  private final InputStream input;
  private final SentRequests sent = new SentRequests();

  private KeptConnection(Socket socket) throws IOException {
    this.socket = socket;
    this.input = new BufferedInputStream(socket.getInputStream());
  }

  static KeptConnection to(URI url) throws IOException {
    Socket socket = new Socket(url.getHost(), url.getPort());
    socket.setSoTimeout(TIMEOUT_MILLIS);
    socket.setTcpNoDelay(true);
    return new KeptConnection(socket);
  }

  KeptConnection send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
    return this;
  }

  /** Sends requests whose answers are held to the description that is served. */
  KeptConnection send(String text) throws IOException {
    sent.add(text);
    return send(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Sends as much as the server reads: it may refuse and close before the end, and its answer is there all the same. */
  KeptConnection sendAsFarAsItIsRead(String text) throws IOException {
    try {
      return send(text);
    } catch (SocketException closedEarly) {
      return this;
    }
  }

  /** Reads the next answer, with its body. */
  Answer answer() throws IOException {
    return sent.checked(unchecked());
  }

  /** The same for who knows what the request was, and judges by that. */
  Answer unchecked() throws IOException {
    Answer head = readHead();
    return new Answer(head.status(), head.headers(), body(head));
  }

  /** Reads the next answer that has no body, be it that it answers HEAD, be it that it is an interim one. */
  Answer head() throws IOException {
    Answer head = readHead();
    return head.status() < 200 ? head : sent.checked(head);
  }

  private Answer readHead() throws IOException {
    String status = line();
    Map<String, List<String>> headers = new TreeMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers.computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
          .add(line.substring(colon + 1).strip());
    }
    return new Answer(Integer.parseInt(status.split(" ")[1]), headers, "");
  }

  /** Whether the server has closed, with nothing more said; waits for that. */
  boolean isClosedByTheServer() throws IOException {
    try {
      return input.read() < 0;
    } catch (SocketException reset) {
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private String body(Answer head) throws IOException {
    if (head.status() == 204 || head.status() == 304) {
      return "";
    }
    if (head.has("Transfer-Encoding")) {
      return chunks();
    }
    return head.has("Content-Length")
        ? text(input.readNBytes(Integer.parseInt(head.header("Content-Length"))))
        : text(input.readAllBytes());
  }

  private String chunks() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
      all.write(input.readNBytes(size));
      line();
    }
    line();
    return all.toString(StandardCharsets.UTF_8);
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int read = input.read(); read != '\n'; read = input.read()) {
      if (read < 0) {
        throw new EOFException("The server closed after: " + text(line.toByteArray()));
      }
      line.write(read);
    }
    return text(line.toByteArray()).stripTrailing();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
