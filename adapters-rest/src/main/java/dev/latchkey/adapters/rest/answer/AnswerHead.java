package dev.latchkey.adapters.rest.answer;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MutableHttpHeaders;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.TimeUnit;

/** What every answer carries, whoever made it: the request's id and the time of RFC 9110, section 6.6.1. */
final class AnswerHead {

  /** Written once a second, as writing it costs as much as checking a key does. */
  private static volatile Second now = Second.of(0);

  private AnswerHead() {}

  private record Second(long number, String text) {

    static Second of(long number) {
      return new Second(
          number, DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant.ofEpochSecond(number).atOffset(ZoneOffset.UTC)));
    }
  }

  static void write(RequestId id, MutableHttpHeaders headers) {
    headers.set(RequestId.HEADER, id.value());
    headers.set(HttpHeaders.DATE, date());
  }

  private static String date() {
    long second = TimeUnit.MILLISECONDS.toSeconds(System.currentTimeMillis());
    Second known = now;
    if (known.number != second) {
      known = Second.of(second);
      now = known;
    }
    return known.text;
  }
}
