package dev.latchkey.adapters.persistence;

import dev.latchkey.application.port.Answer;
import dev.latchkey.application.port.RepeatableRequest;
import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.application.port.out.ForRememberingAnswers;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Remembers answers. Each claim clears a few of those that are past. */
@Singleton
final class PostgresAnswers implements ForRememberingAnswers {

  private static final int ATTEMPTS = 3;
  private static final String THIS = " WHERE owner = ? AND route = ? AND idempotency_key = ?";

  private final Database database;

  PostgresAnswers(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Remembered> claim(RepeatableRequest request, String fingerprint, Instant now, Instant until) {
    database.run(
        sql -> sql.change(
            "DELETE FROM remembered_answer WHERE ctid IN (SELECT ctid FROM remembered_answer"
                + " WHERE remembered_till <= ? LIMIT 20 FOR UPDATE SKIP LOCKED)",
            now));
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      int claimed = database.run(
          sql -> sql.change(
              """
                  INSERT INTO remembered_answer AS a (owner, route, idempotency_key, fingerprint, remembered_till)
                  VALUES (?, ?, ?, ?, ?)
                  ON CONFLICT (owner, route, idempotency_key) DO UPDATE SET fingerprint = excluded.fingerprint,
                    status = NULL, content_type = NULL, body = NULL, remembered_till = excluded.remembered_till
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
  public void settle(RepeatableRequest request, Answer answer, Instant until) {
    database.run(
        sql -> sql.change(
            "UPDATE remembered_answer SET status = ?, content_type = ?, body = ?, remembered_till = ?" + THIS
                + " AND status IS NULL",
            answer.status(),
            answer.contentType(),
            answer.body(),
            until,
            request.owner(),
            request.route(),
            request.idempotencyKey()));
  }

  @Override
  public void release(RepeatableRequest request) {
    database.run(
        sql -> sql.change(
            "DELETE FROM remembered_answer" + THIS + " AND status IS NULL",
            request.owner(),
            request.route(),
            request.idempotencyKey()));
  }

  private static Remembered read(Row row) throws SQLException {
    Optional<Integer> status = row.perhaps("status", Integer.class);
    String type = row.perhapsText("content_type").orElse("");
    String body = row.perhapsText("body").orElse("");
    return new Remembered(row.text("fingerprint"), status.map(code -> new Answer(code, type, body)));
  }
}
