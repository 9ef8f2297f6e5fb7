package dev.latchkey.adapters.rest.kit.answer;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MutableHttpHeaders;
import io.netty.util.AsciiString;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.TimeUnit;

/** Headers of every response: the request id, and the date of RFC 9110, section 6.6.1. */
final class AnswerHead {

  // Cached in the form that the server writes, so that they are not hashed and encoded for each response.
  private static final AsciiString ID = AsciiString.cached(RequestId.HEADER);
  private static final AsciiString DATE = AsciiString.cached(HttpHeaders.DATE);

  /** Formatted once a second, as formatting costs as much as checking a key. */
  private static volatile Second now = Second.of(0);

  private AnswerHead() {}

  private record Second(long number, AsciiString text) {

    static Second of(long number) {
      return new Second(
          number,
          new AsciiString(
              DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant.ofEpochSecond(number).atOffset(ZoneOffset.UTC))));
    }
  }

  static void write(RequestId id, MutableHttpHeaders headers) {
    headers.set(ID, id.value());
    headers.set(DATE, date());
  }

  private static AsciiString date() {
    long second = TimeUnit.MILLISECONDS.toSeconds(System.currentTimeMillis());
    Second known = now;
    if (known.number != second) {
      known = Second.of(second);
      now = known;
    }
    return known.text;
  }
}
