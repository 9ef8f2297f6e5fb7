package dev.latchkey.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaintenanceTest {

  private static final Instant NOW = Instant.parse("2026-03-14T12:00:00Z");
  private static final Duration GRACE = Duration.ofMinutes(5);

  @TempDir
  Path folder;

  private Store store;

  @BeforeEach
  void open() {
    store = StoreFactory.open(folder.resolve("store.mv"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void answersThatArePastAreRemovedWithTheirTextsAndOthersAreKept() {
    put(StoreMap.ANSWER, "past", AnswerDocument.claimed("f", NOW.minus(GRACE).minusNanos(1)).answered(1, past()));
    put(StoreMap.ANSWER_TEXT, "past", "text");
    put(StoreMap.ANSWER, "kept", AnswerDocument.claimed("f", NOW.minus(GRACE)));
    put(StoreMap.ANSWER_TEXT, "kept", "text");

    prune();

    assertThat(isThere(StoreMap.ANSWER, "past")).isFalse();
    assertThat(isThere(StoreMap.ANSWER_TEXT, "past")).isFalse();
    assertThat(isThere(StoreMap.ANSWER, "kept")).isTrue();
    assertThat(isThere(StoreMap.ANSWER_TEXT, "kept")).isTrue();
  }

  @Test
  void sessionsThatAreOverAreRemovedAndOthersAreKept() {
    put(StoreMap.SESSION, "expired", session(NOW, past()));
    put(StoreMap.SESSION, "idle", session(NOW.minus(Duration.ofHours(3)), NOW.plus(GRACE)));
    put(StoreMap.SESSION, "kept", session(NOW, NOW.plus(GRACE)));

    prune();

    assertThat(isThere(StoreMap.SESSION, "expired")).isFalse();
    assertThat(isThere(StoreMap.SESSION, "idle")).isFalse();
    assertThat(isThere(StoreMap.SESSION, "kept")).isTrue();
  }

  @Test
  void refusalsAreKeptForSevenDays() {
    put(StoreMap.REFUSED_REQUEST, "past", refusal(NOW.minus(Duration.ofDays(7)).minusNanos(1)));
    put(StoreMap.REFUSED_REQUEST, "kept", refusal(NOW.minus(Duration.ofDays(7))));

    prune();

    assertThat(isThere(StoreMap.REFUSED_REQUEST, "past")).isFalse();
    assertThat(isThere(StoreMap.REFUSED_REQUEST, "kept")).isTrue();
  }

  @Test
  void moreThanOneBatchIsRemovedAtOnce() {
    IntStream.range(0, 1_001).forEach(number -> put(StoreMap.RATE_LEVEL, "past " + number, new RateDocument(1, 1, 0)));

    prune();

    assertThat(store.<Long>read(view -> view.under(StoreMap.RATE_LEVEL, Key.ROOT).count())).isZero();
  }

  private void prune() {
    new Maintenance(store).prune(NOW);
  }

  private static Instant past() {
    return NOW.minus(GRACE).minusNanos(1);
  }

  private static SessionDocument session(Instant seen, Instant end) {
    return new SessionDocument("digest", 1, 1, null, null, seen.toString(), seen.toString(), end.toString());
  }

  private static RefusalDocument refusal(Instant at) {
    return new RefusalDocument("request", 1, "lk_…", "key_disabled", null, null, null, null, null, at.toString());
  }

  private void put(StoreMap map, String key, Object document) {
    store.note(change -> {
      change.put(map, Key.ROOT.then(key), document);
      return key;
    });
  }

  private boolean isThere(StoreMap map, String key) {
    return store.read(view -> view.json(map, Key.ROOT.then(key)).isPresent());
  }
}
