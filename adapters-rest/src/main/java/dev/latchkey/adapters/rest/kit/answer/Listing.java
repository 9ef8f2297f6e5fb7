package dev.latchkey.adapters.rest.kit.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Envelope of a list. */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Listing(String status, List<?> data, @Nullable String nextCursor) {

  /**
   * Returns the envelope of one page.
   *
   * @param next position of the next page; empty on the last page
   */
  public static Listing of(List<?> items, OptionalLong next) {
    return new Listing(Success.STATUS, items, next.isPresent() ? new Cursor(next.getAsLong()).text() : null);
  }

  public MutableHttpResponse<?> ok() {
    return HttpResponse.ok(this).contentType(MediaType.APPLICATION_JSON_TYPE);
  }
}
