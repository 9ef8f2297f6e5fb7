package dev.latchkey.adapters.persistence;

import dev.latchkey.application.port.Answer;
import dev.latchkey.application.port.RepeatableRequest;
import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.application.port.out.ForRememberingAnswers;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** Remembers answers. Each claim clears a few of those that are past, so that the table stays small by itself. */
@Singleton
final class JdbcAnswers implements ForRememberingAnswers {

  private static final int ATTEMPTS = 3;
  private static final int CLEARED_AT_ONCE = 20;

  private final Database database;
  private final AnswerRepository answers;

  JdbcAnswers(Database database, AnswerRepository answers) {
    this.database = database;
    this.answers = answers;
  }

  @Override
  public Optional<Remembered> claim(RepeatableRequest request, String fingerprint, Instant now, Instant until) {
    AnswerRow row = AnswerRow.claimed(request, fingerprint, until);
    database.run(() -> answers.removeSomePast(now, CLEARED_AT_ONCE));
    for (int attempt = 1;; attempt++) {
      try {
        database.run(() -> answers.removePast(row.id(), now));
        database.run(() -> {
          answers.save(row);
          return row;
        });
        return Optional.empty();
      } catch (IntegrityBroken claimedAlready) {
        Optional<AnswerRow> earlier = database.run(() -> answers.findById(row.id()));
        if (earlier.isPresent()) {
          return earlier.map(AnswerRow::toRemembered);
        }
        if (attempt == ATTEMPTS) {
          throw new StoreUnavailable(claimedAlready);
        }
      }
    }
  }

  @Override
  public void settle(RepeatableRequest request, Answer answer, Instant until) {
    database.run(
        () -> answers
            .settle(AnswerRow.id(request), answer.status(), answer.contentType(), answer.body(), until));
  }

  @Override
  public void release(RepeatableRequest request) {
    database.run(() -> answers.release(AnswerRow.id(request)));
  }
}
