package dev.latchkey.adapters.rest.kit.answer;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** Envelope with one result for each item. */
@Serdeable.Serializable
public record Results(String status, String message, List<?> results) {

  public static Results withMessage(String message, List<?> results) {
    return new Results(Success.STATUS, message, results);
  }

  public MutableHttpResponse<?> ok() {
    return HttpResponse.ok(this).contentType(MediaType.APPLICATION_JSON_TYPE);
  }
}
