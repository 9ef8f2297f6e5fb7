package dev.latchkey.adapters.persistence.idempotency;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.latchkey.adapters.persistence.jdbc.ConstraintViolation;
import dev.latchkey.adapters.persistence.jdbc.Database;
import dev.latchkey.adapters.persistence.jdbc.Figures;
import dev.latchkey.adapters.persistence.jdbc.Json;
import dev.latchkey.application.port.IdempotentRequest;
import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.application.port.StoredResponse;
import dev.latchkey.application.port.out.ForRecordingResponses;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores responses. The pruning job removes expired ones. The responses of an owner are trimmed to the limit each time
 * this node has written {@link #WRITTEN_BEFORE_TRIMMING} bytes of them.
 */
@Singleton
final class JdbcResponses implements ForRecordingResponses {

  /** The limit of 4 MiB, minus the amount that four nodes write before they trim. */
  static final long KEPT_OF_AN_OWNER = (4 << 20) - (256 << 10);

  static final long WRITTEN_BEFORE_TRIMMING = 64 << 10;

  /** Estimated size of a row in bytes without its texts. */
  private static final long ROW = 256;

  private static final Logger LOG = LoggerFactory.getLogger(JdbcResponses.class);
  private static final int ATTEMPTS = 3;
  private static final int BATCH = 200;
  private static final long MOST_OWNERS = 100_000;

  private final Database database;
  private final ResponseRepository answers;
  private final Figures figures;
  private final Cache<String, Long> writtenSinceTrimming = Caffeine.newBuilder()
      .maximumSize(MOST_OWNERS)
      .executor(Runnable::run)
      .build();

  JdbcResponses(Database database, ResponseRepository answers, Figures figures) {
    this.database = database;
    this.answers = answers;
    this.figures = figures;
  }

  @Override
  public Optional<Remembered> claim(IdempotentRequest request, String fingerprint, Instant now, Instant until) {
    ResponseRow row = ResponseRow.claimed(request, fingerprint, until);
    for (int attempt = 1;; attempt++) {
      try {
        database.run(() -> answers.removePast(row.id(), now));
        database.run(() -> {
          answers.save(row);
          return row;
        });
        return Optional.empty();
      } catch (ConstraintViolation claimedAlready) {
        Optional<ResponseRow> earlier = database.run(() -> answers.findById(row.id()));
        if (earlier.isPresent()) {
          return earlier.map(ResponseRow::toRemembered);
        }
        if (attempt == ATTEMPTS) {
          throw new StoreUnavailable(claimedAlready);
        }
      }
    }
  }

  @Override
  public void settle(IdempotentRequest request, Instant claimedUntil, StoredResponse answer, Instant until) {
    String headers = Json.write(answer.headers());
    long size = ROW + bytes(answer.contentType()) + bytes(headers) + bytes(answer.body());
    long settled = database.run(
        () -> answers.settle(
            ResponseRow.id(request),
            claimedUntil,
            answer.status(),
            answer.contentType(),
            headers,
            answer.body(),
            size,
            until));
    if (settled > 0) {
      trimOnceInAWhile(ResponseRow.owner(request), ResponseRow.id(request), size);
    }
  }

  @Override
  public void release(IdempotentRequest request, Instant claimedUntil) {
    database.run(() -> answers.release(ResponseRow.id(request), claimedUntil));
  }

  private void trimOnceInAWhile(String owner, String newest, long size) {
    Map<String, Long> written = writtenSinceTrimming.asMap();
    if (written.merge(owner, size, Long::sum) < WRITTEN_BEFORE_TRIMMING) {
      return;
    }
    try {
      written.put(owner, 0L);
      trim(owner, newest);
    } catch (StoreUnavailable unavailable) {
      LOG.info("The answers kept for a client could not be trimmed. The next attempt follows with its next answers.");
    }
  }

  private void trim(String owner, String newest) {
    long excess = database.run(() -> answers.sizeOf(owner)) - KEPT_OF_AN_OWNER;
    while (excess > 0) {
      List<String> oldest = new ArrayList<>();
      for (StoredResponseSize kept : database.run(() -> answers.oldest(owner, BATCH))) {
        if (excess > 0 && !kept.id().equals(newest)) {
          oldest.add(kept.id());
          excess -= kept.size();
        }
      }
      if (oldest.isEmpty()) {
        return;
      }
      figures.answersOverOwnerLimit.increment((double) database.run(() -> answers.removeAll(oldest)));
    }
  }

  private static long bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
