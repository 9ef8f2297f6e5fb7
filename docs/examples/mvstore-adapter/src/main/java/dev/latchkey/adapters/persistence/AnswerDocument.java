package dev.latchkey.adapters.persistence;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of a request that may be sent again, without the text of its answer.
 *
 * @param size how much the answer counts, in bytes; null while the request is being processed
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record AnswerDocument(String fingerprint, String rememberedTill, @Nullable Integer size) {

  static AnswerDocument claimed(String fingerprint, Instant until) {
    return new AnswerDocument(fingerprint, until.toString(), null);
  }

  AnswerDocument answered(int bytes, Instant until) {
    return new AnswerDocument(fingerprint, until.toString(), bytes);
  }

  boolean isClaimedUntil(Instant until) {
    return size == null && till().equals(until);
  }

  Instant till() {
    return Instant.parse(rememberedTill);
  }
}
