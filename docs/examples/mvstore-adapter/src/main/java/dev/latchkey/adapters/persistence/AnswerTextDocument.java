package dev.latchkey.adapters.persistence;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.application.port.StoredResponse;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;

/** An answer as it is stored. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record AnswerTextDocument(int status, String contentType, Map<String, String> headers, String body) {

  static AnswerTextDocument from(StoredResponse answer) {
    return new AnswerTextDocument(answer.status(), answer.contentType(), answer.headers(), answer.body());
  }

  StoredResponse toResponse() {
    return new StoredResponse(status, contentType, headers, body);
  }
}
