package dev.latchkey.adapters.dashboard.frame;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/**
 * A file that does not change while the server runs. All responses, including unread ones, share one copy in memory,
 * plain and compressed.
 */
final class SharedFile {

  private static final int TAG_BYTES = 12;

  private final ByteBuf plain;
  private final ByteBuf packed;
  private final String tag;

  SharedFile(byte[] content) {
    this.plain = shared(content);
    this.packed = shared(packed(content));
    this.tag = Asset.fingerprint(content, TAG_BYTES);
  }

  /** Returns the file with its entity tag, or 304 where the client has the current version. */
  MutableHttpResponse<?> answer(HttpRequest<?> request) {
    boolean pack = acceptsGzip(request);
    String current = "\"" + tag + (pack ? "-gzip" : "") + "\"";
    MutableHttpResponse<?> answer = knows(request, current)
        ? HttpResponse.notModified()
        : HttpResponse.ok((pack ? packed : plain).duplicate());
    if (pack && answer.body() != null) {
      answer.header(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    return answer.header(HttpHeaders.ETAG, current).header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
  }

  private static boolean knows(HttpRequest<?> request, String current) {
    return request.getHeaders().getAll(HttpHeaders.IF_NONE_MATCH).stream()
        .flatMap(header -> Arrays.stream(header.split(",", -1)))
        .map(String::strip)
        .anyMatch(known -> known.equals("*") || known.equals(current) || known.equals("W/" + current));
  }

  /** Implements RFC 9110, section 12.5.3, for the coding {@code gzip} only. */
  private static boolean acceptsGzip(HttpRequest<?> request) {
    return request.getHeaders().getAll(HttpHeaders.ACCEPT_ENCODING).stream()
        .flatMap(header -> Arrays.stream(header.split(",", -1)))
        .map(coding -> coding.replace(" ", "").toLowerCase(Locale.ROOT))
        .anyMatch(
            coding -> coding.equals("gzip") || (coding.startsWith("gzip;q=") && !coding.matches(".*q=0(\\.0*)?")));
  }

  /** Allocates outside the heap, as the network layer requires: an array would be copied for each connection. */
  private static ByteBuf shared(byte[] content) {
    return Unpooled.unreleasableBuffer(Unpooled.directBuffer(content.length).writeBytes(content).asReadOnly());
  }

  private static byte[] packed(byte[] content) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(content);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return packed.toByteArray();
  }
}
