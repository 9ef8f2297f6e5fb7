package dev.latchkey.adapters.rest.idempotency;

import dev.latchkey.adapters.rest.kit.answer.Problem;
import dev.latchkey.adapters.rest.kit.answer.Success;
import dev.latchkey.application.port.StoredResponse;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Conversion of responses for storage and replay. */
@Singleton
final class StoredResponses {

  private static final String REPLAYED = "Idempotent-Replayed";

  /** Headers on which a client acts; all others are created for each response. */
  private static final List<String> KEPT_HEADERS = List.of(
      HttpHeaders.ETAG, HttpHeaders.LOCATION, HttpHeaders.CACHE_CONTROL);

  private final JsonMapper json;

  StoredResponses(JsonMapper json) {
    this.json = json;
  }

  /** Returns what is stored of a response; empty if it is not final, so that a retry may have another outcome. */
  Optional<StoredResponse> kept(HttpResponse<?> response) {
    if (response.body() instanceof Success success) {
      return Optional.of(kept(response, MediaType.APPLICATION_JSON, success.withoutSecret()));
    }
    return response.body() instanceof Problem problem && settles(response.status())
        ? Optional.of(kept(response, MediaType.APPLICATION_JSON_PROBLEM, problem))
        : Optional.empty();
  }

  /** Returns the stored response. A problem gets the id of the repeated request. */
  MutableHttpResponse<?> replayed(StoredResponse answer) {
    MutableHttpResponse<?> response = answer.contentType().equals(MediaType.APPLICATION_JSON_PROBLEM)
        ? problem(answer.body()).response()
        : HttpResponse.status(HttpStatus.valueOf(answer.status())).contentType(answer.contentType())
            .body(answer.body());
    answer.headers().forEach(response::header);
    return response.header(REPLAYED, "true");
  }

  private StoredResponse kept(HttpResponse<?> response, String contentType, Object body) {
    Map<String, String> headers = new TreeMap<>();
    for (String name : KEPT_HEADERS) {
      response.getHeaders().getFirst(name).ifPresent(value -> headers.put(name, value));
    }
    return new StoredResponse(response.code(), contentType, headers, written(body));
  }

  /**
   * Returns whether a problem is final. 412 is not: a new If-Match changes it, while the body that identifies a
   * repeated request stays the same.
   */
  private static boolean settles(HttpStatus status) {
    return status == HttpStatus.CONFLICT || status == HttpStatus.UNPROCESSABLE_ENTITY;
  }

  private String written(Object body) {
    try {
      return json.writeValueAsString(body);
    } catch (IOException impossible) {
      throw new UncheckedIOException("What can be sent can be kept", impossible);
    }
  }

  private Problem problem(String text) {
    try {
      return Objects.requireNonNull(json.readValue(text, Problem.class));
    } catch (IOException impossible) {
      throw new UncheckedIOException("What was kept can be sent", impossible);
    }
  }
}
