package dev.latchkey.adapters.persistence;

import dev.latchkey.application.port.IdempotentRequest;
import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.application.port.StoredResponse;
import dev.latchkey.application.port.out.ForRecordingResponses;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Remembers answers, of each owner the newest 4 MiB. */
@Singleton
final class PostgresAnswers implements ForRecordingResponses {

  private static final int ATTEMPTS = 3;
  private static final int MOST_BYTES = 4 << 20;
  private static final String THIS = " WHERE owner = ? AND route = ? AND idempotency_key = ?";
  private static final String CLAIM = THIS + " AND status IS NULL AND remembered_till = ?";

  private final Database database;

  PostgresAnswers(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Remembered> claim(IdempotentRequest request, String fingerprint, Instant now, Instant until) {
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      int claimed = database.run(
          sql -> sql.change(
              """
                  INSERT INTO remembered_answer AS a (owner, route, idempotency_key, fingerprint, remembered_till)
                  VALUES (?, ?, ?, ?, ?)
                  ON CONFLICT (owner, route, idempotency_key) DO UPDATE SET fingerprint = excluded.fingerprint,
                    status = NULL, content_type = NULL, headers = '{}', body = NULL, remembered_till = excluded.remembered_till
                  WHERE a.remembered_till <= ?""",
              request.owner(),
              request.route(),
              request.idempotencyKey(),
              fingerprint,
              until,
              now));
      if (claimed == 1) {
        return Optional.empty();
      }
      Optional<Remembered> earlier = database.run(
          sql -> sql.one(
              "SELECT * FROM remembered_answer" + THIS,
              PostgresAnswers::read,
              request.owner(),
              request.route(),
              request.idempotencyKey()));
      if (earlier.isPresent()) {
        return earlier;
      }
    }
    throw new StoreUnavailable(new IllegalStateException("What was in the way went away, again and again"));
  }

  @Override
  public void settle(IdempotentRequest request, Instant claimedUntil, StoredResponse answer, Instant until) {
    database.together(sql -> {
      sql.change(
          "UPDATE remembered_answer SET status = ?, content_type = ?, headers = ?, body = ?, remembered_till = ?"
              + CLAIM,
          answer.status(),
          answer.contentType(),
          answer.headers().entrySet().stream().flatMap(header -> Stream.of(header.getKey(), header.getValue()))
              .toArray(String[]::new),
          answer.body(),
          until,
          request.owner(),
          request.route(),
          request.idempotencyKey(),
          claimedUntil);
      return sql.change(
          """
              DELETE FROM remembered_answer WHERE ctid IN (SELECT ctid FROM (
                SELECT ctid, row_number() OVER newest AS place, sum(256 + octet_length(body)) OVER newest AS size
                FROM remembered_answer WHERE owner = ? AND status IS NOT NULL
                WINDOW newest AS (ORDER BY remembered_till DESC, route, idempotency_key)) kept
                WHERE size > ? AND place > 1)""",
          request.owner(),
          MOST_BYTES);
    });
  }

  @Override
  public void release(IdempotentRequest request, Instant claimedUntil) {
    database.run(
        sql -> sql.change(
            "DELETE FROM remembered_answer" + CLAIM,
            request.owner(),
            request.route(),
            request.idempotencyKey(),
            claimedUntil));
  }

  private static Remembered read(Row row) throws SQLException {
    Optional<Integer> status = row.perhaps("status", Integer.class);
    String type = row.perhapsText("content_type").orElse("");
    String body = row.perhapsText("body").orElse("");
    List<String> texts = row.texts("headers");
    Map<String, String> headers = new HashMap<>();
    for (int i = 0; i < texts.size(); i += 2) {
      headers.put(texts.get(i), texts.get(i + 1));
    }
    return new Remembered(row.text("fingerprint"), status.map(code -> new StoredResponse(code, type, headers, body)));
  }
}
