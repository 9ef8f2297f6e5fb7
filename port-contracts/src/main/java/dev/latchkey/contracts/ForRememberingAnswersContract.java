package dev.latchkey.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.port.Answer;
import dev.latchkey.application.port.RepeatableRequest;
import dev.latchkey.application.port.out.ForRememberingAnswers;
import dev.latchkey.application.port.out.ForRememberingAnswers.Remembered;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** All that is asked of an implementation of {@code ForRememberingAnswers}. */
public interface ForRememberingAnswersContract extends StoreContract {

  Instant IN_A_MINUTE = Moments.NOW.plusSeconds(60);
  Instant TOMORROW = Moments.NOW.plusSeconds(86_400);
  String BODY = "b0d1".repeat(16);
  String OTHER_BODY = "0b1d".repeat(16);
  Answer CREATED = new Answer(201, "application/json", Map.of("ETag", "\"v1\""), "{\"status\":\"success\"}");

  @Test
  @Promise(of = ForRememberingAnswers.class, says = "Remembers the request as being carried out until then, unless "
      + "something is remembered of it that is not past.")
  @Promise(of = ForRememberingAnswers.class, says = "What is remembered of a request.")
  @Promise(of = ForRememberingAnswers.class, says = "@param fingerprint the digest of its body")
  @Promise(of = ForRememberingAnswers.class, says = "@return what is remembered already; empty where the request is "
      + "now")
  default void aRequestIsClaimedOnce() {
    RepeatableRequest request = request();

    assertThat(claim(request, BODY, Moments.NOW)).isEmpty();
    assertThat(claim(request, BODY, Moments.NOW)).contains(new Remembered(BODY, Optional.empty()));
    assertThat(claim(request, OTHER_BODY, Moments.NOW)).contains(new Remembered(BODY, Optional.empty()));
  }

  @Test
  @Promise(of = ForRememberingAnswers.class, says = "Of two at once, one is.")
  default void ofManyClaimsAtOnceOneFindsNothing() throws Exception {
    for (int round = 0; round < Race.ROUNDS; round++) {
      RepeatableRequest request = request();

      List<Optional<Remembered>> ends = Race.of(i -> () -> claim(request, fingerprint(i), Moments.NOW));

      assertOneWon(ends);
    }
  }

  @Test
  @Promise(of = ForRememberingAnswers.class, says = "Of two at once, one is.")
  default void ofManyClaimsAtOnceOfARequestWhoseClaimIsPastOneFindsNothing() throws Exception {
    for (int round = 0; round < Race.ROUNDS; round++) {
      RepeatableRequest request = request();
      claim(request, BODY, Moments.NOW.minusSeconds(60));

      List<Optional<Remembered>> ends = Race.of(i -> () -> claim(request, fingerprint(i), Moments.NOW));

      assertOneWon(ends);
    }
  }

  @Test
  @Promise(of = ForRememberingAnswers.class, says = "Answers kept for requests that are sent again.")
  @Promise(of = ForRememberingAnswers.class, says = "Remembers the answer until then.")
  default void anAnswerComesBackAsItWasGiven() {
    List<Answer> answers = List.of(
        CREATED,
        new Answer(204, "", Map.of("Location", "/a b", "Cache-Control", "no-store"), ""),
        new Answer(409, "application/problem+json; charset=utf-8", Map.of(), "{\"detail\":\"\ud83d\udd11 %_\\\"}"),
        new Answer(202, "application/json", Map.of(), "x".repeat(1 << 20)));
    for (Answer answer : answers) {
      RepeatableRequest request = request();
      claim(request, BODY, Moments.NOW);

      store().answers().settle(request, IN_A_MINUTE, answer, TOMORROW);

      assertThat(claim(request, OTHER_BODY, IN_A_MINUTE)).contains(new Remembered(BODY, Optional.of(answer)));
    }
  }

  @Test
  @Promise(of = ForRememberingAnswers.class, says = "Remembers the answer until then.")
  default void anAnswerIsRememberedUntilThenAndNoLonger() {
    RepeatableRequest request = request();
    claim(request, BODY, Moments.NOW);
    store().answers().settle(request, IN_A_MINUTE, CREATED, TOMORROW);

    assertThat(claim(request, BODY, TOMORROW.minusNanos(1_000)))
        .contains(new Remembered(BODY, Optional.of(CREATED)));
    assertThat(claim(request, OTHER_BODY, TOMORROW)).isEmpty();
    assertThat(claim(request, BODY, TOMORROW)).contains(new Remembered(OTHER_BODY, Optional.empty()));
  }

  @Test
  @Promise(of = ForRememberingAnswers.class, says = "Remembers the request as being carried out until then, unless "
      + "something is remembered of it that is not past.")
  @Promise(of = ForRememberingAnswers.class, says = "@param answer empty while it is being carried out")
  @Promise(of = ForRememberingAnswers.class, says = "@return what is remembered already; empty where the request is "
      + "now")
  default void aClaimHoldsUntilThenAndNoLonger() {
    RepeatableRequest request = request();
    claim(request, BODY, Moments.NOW);

    assertThat(claim(request, OTHER_BODY, IN_A_MINUTE.minusNanos(1_000)))
        .contains(new Remembered(BODY, Optional.empty()));
    assertThat(claim(request, OTHER_BODY, IN_A_MINUTE)).isEmpty();
  }

  @Test
  @Promise(of = ForRememberingAnswers.class, says = "Forgets a request that has no answer, if the claim that ends at claimedUntil "
      + "still stands.")
  default void aClaimThatIsGivenBackCanBeMadeAgain() {
    RepeatableRequest request = request();
    claim(request, BODY, Moments.NOW);

    store().answers().release(request, IN_A_MINUTE);

    assertThat(claim(request, OTHER_BODY, Moments.NOW)).isEmpty();
  }

  @Test
  @Promise(of = ForRememberingAnswers.class, says = "Forgets a request that has no answer, if the claim that ends at claimedUntil "
      + "still stands.")
  default void anAnswerThatWasGivenIsNeitherForgottenNorReplaced() {
    RepeatableRequest request = request();
    claim(request, BODY, Moments.NOW);
    store().answers().settle(request, IN_A_MINUTE, CREATED, TOMORROW);

    store().answers().release(request, IN_A_MINUTE);
    store().answers().settle(request, IN_A_MINUTE, new Answer(500, "text/plain", Map.of(), ""), TOMORROW);

    assertThat(claim(request, BODY, Moments.NOW)).contains(new Remembered(BODY, Optional.of(CREATED)));
  }

  @Test
  default void whatNobodyClaimedIsNotRemembered() {
    RepeatableRequest request = request();

    store().answers().settle(request, IN_A_MINUTE, CREATED, TOMORROW);
    store().answers().release(request, IN_A_MINUTE);

    assertThat(claim(request, BODY, Moments.NOW)).isEmpty();
  }

  @Test
  default void requestsThatDifferInAnythingAreDifferent() {
    String key = "Key-" + NewIds.next();
    String owner = "tenant 1";
    String route = "POST /api/v2/api-keys";
    List<RepeatableRequest> all = List.of(
        new RepeatableRequest(owner, route, key),
        new RepeatableRequest(owner, route, key.toLowerCase(Locale.ROOT)),
        new RepeatableRequest(owner, route, key + "~"),
        new RepeatableRequest("tenant 2", route, key),
        new RepeatableRequest(owner, route + "/1/rotate", key),
        new RepeatableRequest(owner, route, key + "x".repeat(255 - key.length())));

    for (RepeatableRequest request : all) {
      assertThat(claim(request, BODY, Moments.NOW)).as(request.toString()).isEmpty();
    }
    store().answers().settle(all.getFirst(), IN_A_MINUTE, CREATED, TOMORROW);

    assertThat(all).filteredOn(request -> claim(request, BODY, Moments.NOW).orElseThrow().answer().isPresent())
        .containsExactly(all.getFirst());
  }

  @Test
  @Promise(of = ForRememberingAnswers.class, says = "Does nothing unless the claim that ends at claimedUntil still stands.")
  @Promise(of = ForRememberingAnswers.class, says = "Forgets a request that has no answer, if the claim that ends at "
      + "claimedUntil still stands.")
  default void aClaimThatEndedNeitherAnswersNorReleasesALaterOne() {
    RepeatableRequest request = request();
    claim(request, BODY, Moments.NOW);
    claim(request, OTHER_BODY, IN_A_MINUTE);

    store().answers().settle(request, IN_A_MINUTE, CREATED, TOMORROW);
    store().answers().release(request, IN_A_MINUTE);

    assertThat(claim(request, BODY, IN_A_MINUTE)).contains(new Remembered(OTHER_BODY, Optional.empty()));
  }

  @Test
  @Promise(of = ForRememberingAnswers.class, says = "Of one owner at most 4 MiB are kept, with 256 bytes for each answer "
      + "beside its text: the oldest are forgotten first, and counted.")
  @Promise(of = ForRememberingAnswers.class, says = "The newest 3 MiB are kept in any case, and the newest answer whatever "
      + "its size.")
  default void ofOneOwnerTheOldestAnswersAreForgottenBeyondFourMebibytes() {
    String owner = "key " + NewIds.next();
    RepeatableRequest others = request();
    settled(others, new Answer(201, "", Map.of(), "x".repeat(1 << 20)), 0);
    List<RepeatableRequest> theirs = IntStream.range(0, 12)
        .mapToObj(i -> new RepeatableRequest(owner, "POST /", Integer.toString(i)))
        .toList();
    for (int i = 0; i < theirs.size(); i++) {
      settled(theirs.get(i), new Answer(201, "", Map.of(), "x".repeat(1 << 19)), i);
    }

    assertThat(theirs.subList(0, 4)).noneMatch(this::isAnswered);
    assertThat(theirs.subList(theirs.size() - 6, theirs.size())).allMatch(this::isAnswered);
    assertThat(isAnswered(others)).isTrue();

    RepeatableRequest huge = new RepeatableRequest(owner, "POST /", "huge");
    settled(huge, new Answer(201, "", Map.of(), "x".repeat(5 << 20)), 20);
    assertThat(isAnswered(huge)).isTrue();
    assertThat(theirs).noneMatch(this::isAnswered);
  }

  private void settled(RepeatableRequest request, Answer answer, int second) {
    claim(request, BODY, Moments.NOW);
    store().answers().settle(request, IN_A_MINUTE, answer, TOMORROW.plusSeconds(second));
  }

  /** Leaves a claim where there is no answer. */
  private boolean isAnswered(RepeatableRequest request) {
    return claim(request, BODY, Moments.NOW).filter(known -> known.answer().isPresent()).isPresent();
  }

  private Optional<Remembered> claim(RepeatableRequest request, String fingerprint, Instant now) {
    ForRememberingAnswers answers = store().answers();
    return answers.claim(request, fingerprint, now, now.plusSeconds(60));
  }

  private static void assertOneWon(List<Optional<Remembered>> ends) {
    assertThat(Collections.frequency(ends, Optional.empty())).isEqualTo(1);
    Remembered winner = new Remembered(fingerprint(ends.indexOf(Optional.empty())), Optional.empty());
    assertThat(ends).filteredOn(Optional::isPresent).containsOnly(Optional.of(winner));
  }

  private static String fingerprint(int contestant) {
    return Integer.toHexString(contestant).repeat(64);
  }

  private static RepeatableRequest request() {
    return new RepeatableRequest("key 1", "POST /api/v2/api-keys", Long.toString(NewIds.next()));
  }
}
