package dev.latchkey.adapters.dashboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A page asked for with whatever headers, the name of the host included. */
record RawPage(String text) {

  static RawPage open(int port, String path, String... headers) {
    StringBuilder request = new StringBuilder("GET " + path + " HTTP/1.1\r\nConnection: close\r\n");
    for (int i = 0; i < headers.length; i += 2) {
      request.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
    }
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
      return new RawPage(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first cookie of the answer. */
  String cookie() {
    return text.lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("set-cookie:"))
        .map(line -> line.substring("set-cookie:".length()).strip())
        .findFirst()
        .orElseThrow();
  }
}
