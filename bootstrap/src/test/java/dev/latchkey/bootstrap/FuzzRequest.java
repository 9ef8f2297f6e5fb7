package dev.latchkey.bootstrap;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A request as it goes over the wire.
 *
 * @param kind what of it is unusual
 */
record FuzzRequest(String kind, String method, String target, List<String> headers, byte[] body) {

  byte[] bytes() {
    StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n");
    headers.forEach(header -> head.append(header).append("\r\n"));
    head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
    all.writeBytes(body);
    return all.toByteArray();
  }

  @Override
  public String toString() {
    return kind + ": " + method + " " + target + " " + headers + " "
        + new String(body, 0, Math.min(body.length, 2000), StandardCharsets.ISO_8859_1);
  }
}
