package dev.latchkey.adapters.rest.kit.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.domain.Page;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Envelope of a list. */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Listing(String status, List<?> data, @Nullable String nextCursor) {

  public static Listing of(Page<?> page) {
    String next = page.next().isPresent() ? new Cursor(page.next().getAsLong()).text() : null;
    return new Listing(Success.STATUS, page.items(), next);
  }

  public MutableHttpResponse<?> ok() {
    return HttpResponse.ok(this).contentType(MediaType.APPLICATION_JSON_TYPE);
  }
}
