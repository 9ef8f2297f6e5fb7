package dev.latchkey.adapters.rest.kit.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** Envelope of every response that is neither a list nor a problem. */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Success(String status, @Nullable String message, @Nullable Object data) {

  static final String STATUS = "success";

  public static Success of(Object data) {
    return new Success(STATUS, null, data);
  }

  public static Success withMessage(String message) {
    return new Success(STATUS, message, null);
  }

  public static Success withMessage(String message, Object data) {
    return new Success(STATUS, message, data);
  }

  /** Returns the envelope that a replayed response may contain. */
  public Success withoutSecret() {
    return data instanceof ShownOnce once ? new Success(status, message, once.withoutSecret()) : this;
  }

  public MutableHttpResponse<?> ok() {
    return HttpResponse.ok(this).contentType(MediaType.APPLICATION_JSON_TYPE);
  }

  public MutableHttpResponse<?> accepted() {
    return HttpResponse.accepted().body(this).contentType(MediaType.APPLICATION_JSON_TYPE);
  }

  public MutableHttpResponse<?> created() {
    return HttpResponse.created(this).contentType(MediaType.APPLICATION_JSON_TYPE);
  }
}
