package dev.latchkey.contracts.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.port.IdempotentRequest;
import dev.latchkey.application.port.StoredResponse;
import dev.latchkey.application.port.out.ForRecordingResponses;
import dev.latchkey.application.port.out.ForRecordingResponses.Remembered;
import dev.latchkey.contracts.support.Moments;
import dev.latchkey.contracts.support.NewIds;
import dev.latchkey.contracts.support.Promise;
import dev.latchkey.contracts.support.Race;
import dev.latchkey.contracts.support.StoreContract;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The promises of {@code ForRecordingResponses}. */
public interface ForRecordingResponsesContract extends StoreContract {

  Instant IN_A_MINUTE = Moments.NOW.plusSeconds(60);
  Instant TOMORROW = Moments.NOW.plusSeconds(86_400);
  String BODY = "b0d1".repeat(16);
  String OTHER_BODY = "0b1d".repeat(16);
  StoredResponse CREATED = new StoredResponse(201, "application/json", Map.of("ETag", "\"v1\""),
      "{\"status\":\"success\"}");

  @Test
  @Promise(of = ForRecordingResponses.class, says = "Records the request as being processed until until, unless a "
      + "record of it exists that has not expired.")
  @Promise(of = ForRecordingResponses.class, says = "The stored record of a request.")
  @Promise(of = ForRecordingResponses.class, says = "@param fingerprint the digest of the request body")
  @Promise(of = ForRecordingResponses.class, says = "@return the existing record; empty if this call claimed the "
      + "request")
  default void aRequestIsClaimedOnce() {
    IdempotentRequest request = request();

    assertThat(claim(request, BODY, Moments.NOW)).isEmpty();
    assertThat(claim(request, BODY, Moments.NOW)).contains(new Remembered(BODY, Optional.empty()));
    assertThat(claim(request, OTHER_BODY, Moments.NOW)).contains(new Remembered(BODY, Optional.empty()));
  }

  @Test
  @Promise(of = ForRecordingResponses.class, says = "Of two concurrent claims, one succeeds.")
  default void ofManyClaimsAtOnceOneFindsNothing() throws Exception {
    for (int round = 0; round < Race.ROUNDS; round++) {
      IdempotentRequest request = request();

      List<Optional<Remembered>> ends = Race.of(i -> () -> claim(request, fingerprint(i), Moments.NOW));

      assertOneWon(ends);
    }
  }

  @Test
  @Promise(of = ForRecordingResponses.class, says = "Of two concurrent claims, one succeeds.")
  default void ofManyClaimsAtOnceOfARequestWhoseClaimIsPastOneFindsNothing() throws Exception {
    for (int round = 0; round < Race.ROUNDS; round++) {
      IdempotentRequest request = request();
      claim(request, BODY, Moments.NOW.minusSeconds(60));

      List<Optional<Remembered>> ends = Race.of(i -> () -> claim(request, fingerprint(i), Moments.NOW));

      assertOneWon(ends);
    }
  }

  @Test
  @Promise(of = ForRecordingResponses.class, says = "Stored responses for requests that are sent again.")
  @Promise(of = ForRecordingResponses.class, says = "Stores the response until until.")
  default void anAnswerComesBackAsItWasGiven() {
    List<StoredResponse> answers = List.of(
        CREATED,
        new StoredResponse(204, "", Map.of("Location", "/a b", "Cache-Control", "no-store"), ""),
        new StoredResponse(409, "application/problem+json; charset=utf-8", Map.of(),
            "{\"detail\":\"\ud83d\udd11 %_\\\"}"),
        new StoredResponse(202, "application/json", Map.of(), "x".repeat(1 << 20)));
    for (StoredResponse answer : answers) {
      IdempotentRequest request = request();
      claim(request, BODY, Moments.NOW);

      store().answers().settle(request, IN_A_MINUTE, answer, TOMORROW);

      assertThat(claim(request, OTHER_BODY, IN_A_MINUTE)).contains(new Remembered(BODY, Optional.of(answer)));
    }
  }

  @Test
  @Promise(of = ForRecordingResponses.class, says = "Stores the response until until.")
  default void anAnswerIsRememberedUntilThenAndNoLonger() {
    IdempotentRequest request = request();
    claim(request, BODY, Moments.NOW);
    store().answers().settle(request, IN_A_MINUTE, CREATED, TOMORROW);

    assertThat(claim(request, BODY, TOMORROW.minusNanos(1_000)))
        .contains(new Remembered(BODY, Optional.of(CREATED)));
    assertThat(claim(request, OTHER_BODY, TOMORROW)).isEmpty();
    assertThat(claim(request, BODY, TOMORROW)).contains(new Remembered(OTHER_BODY, Optional.empty()));
  }

  @Test
  @Promise(of = ForRecordingResponses.class, says = "Records the request as being processed until until, unless a "
      + "record of it exists that has not expired.")
  @Promise(of = ForRecordingResponses.class, says = "@param answer the response; empty while the request is being "
      + "processed")
  @Promise(of = ForRecordingResponses.class, says = "@return the existing record; empty if this call claimed the "
      + "request")
  default void aClaimHoldsUntilThenAndNoLonger() {
    IdempotentRequest request = request();
    claim(request, BODY, Moments.NOW);

    assertThat(claim(request, OTHER_BODY, IN_A_MINUTE.minusNanos(1_000)))
        .contains(new Remembered(BODY, Optional.empty()));
    assertThat(claim(request, OTHER_BODY, IN_A_MINUTE)).isEmpty();
  }

  @Test
  @Promise(of = ForRecordingResponses.class, says = "Removes the record of a request that has no response, if the "
      + "claim that ends at claimedUntil is still valid.")
  default void aClaimThatIsGivenBackCanBeMadeAgain() {
    IdempotentRequest request = request();
    claim(request, BODY, Moments.NOW);

    store().answers().release(request, IN_A_MINUTE);

    assertThat(claim(request, OTHER_BODY, Moments.NOW)).isEmpty();
  }

  @Test
  @Promise(of = ForRecordingResponses.class, says = "Removes the record of a request that has no response, if the "
      + "claim that ends at claimedUntil is still valid.")
  @Promise(of = ForRecordingResponses.class, says = "A response that is already stored is not replaced.")
  default void anAnswerThatWasGivenIsNeitherForgottenNorReplaced() {
    IdempotentRequest request = request();
    claim(request, BODY, Moments.NOW);
    store().answers().settle(request, IN_A_MINUTE, CREATED, TOMORROW);

    store().answers().release(request, IN_A_MINUTE);
    store().answers().settle(request, IN_A_MINUTE, new StoredResponse(500, "text/plain", Map.of(), ""), TOMORROW);

    assertThat(claim(request, BODY, Moments.NOW)).contains(new Remembered(BODY, Optional.of(CREATED)));
  }

  @Test
  @Promise(of = ForRecordingResponses.class, says = "Does nothing unless the claim that ends at claimedUntil is "
      + "still valid.")
  default void whatNobodyClaimedIsNotRemembered() {
    IdempotentRequest request = request();

    store().answers().settle(request, IN_A_MINUTE, CREATED, TOMORROW);
    store().answers().release(request, IN_A_MINUTE);

    assertThat(claim(request, BODY, Moments.NOW)).isEmpty();
  }

  @Test
  @Promise(of = ForRecordingResponses.class, says = "Two requests are the same if owner, route and key are equal, "
      + "including upper and lower case.")
  default void requestsThatDifferInAnythingAreDifferent() {
    String key = "Key-" + NewIds.next();
    String owner = "tenant " + NewIds.next();
    String route = "POST /api/v2/api-keys";
    List<IdempotentRequest> all = List.of(
        new IdempotentRequest(owner, route, key),
        new IdempotentRequest(owner, route, key.toLowerCase(Locale.ROOT)),
        new IdempotentRequest(owner, route, key + "~"),
        new IdempotentRequest("tenant 2", route, key),
        new IdempotentRequest(owner, route + "/1/rotate", key),
        new IdempotentRequest(owner, route, key + "x".repeat(255 - key.length())));

    for (IdempotentRequest request : all) {
      assertThat(claim(request, BODY, Moments.NOW)).as(request.toString()).isEmpty();
    }
    store().answers().settle(all.getFirst(), IN_A_MINUTE, CREATED, TOMORROW);

    assertThat(all).filteredOn(request -> claim(request, BODY, Moments.NOW).orElseThrow().answer().isPresent())
        .containsExactly(all.getFirst());
  }

  @Test
  @Promise(of = ForRecordingResponses.class, says = "Does nothing unless the claim that ends at claimedUntil is still "
      + "valid.")
  @Promise(of = ForRecordingResponses.class, says = "Removes the record of a request that has no response, if the "
      + "claim that ends at claimedUntil is still valid.")
  default void aClaimThatEndedNeitherAnswersNorReleasesALaterOne() {
    IdempotentRequest request = request();
    claim(request, BODY, Moments.NOW);
    claim(request, OTHER_BODY, IN_A_MINUTE);

    store().answers().settle(request, IN_A_MINUTE, CREATED, TOMORROW);
    store().answers().release(request, IN_A_MINUTE);

    assertThat(claim(request, BODY, IN_A_MINUTE)).contains(new Remembered(OTHER_BODY, Optional.empty()));
  }

  @Test
  @Promise(of = ForRecordingResponses.class, says = "At most 4 MiB are kept for each owner, including 256 bytes for "
      + "each response in addition to its text: the oldest responses are evicted first, and evictions are counted.")
  @Promise(of = ForRecordingResponses.class, says = "The newest 3 MiB are always kept, and so is the newest response, "
      + "regardless of its size.")
  default void ofOneOwnerTheOldestAnswersAreForgottenBeyondFourMebibytes() {
    String owner = "key " + NewIds.next();
    IdempotentRequest others = request();
    settled(others, new StoredResponse(201, "", Map.of(), "x".repeat(1 << 20)), 0);
    List<IdempotentRequest> theirs = IntStream.range(0, 12)
        .mapToObj(i -> new IdempotentRequest(owner, "POST /", Integer.toString(i)))
        .toList();
    for (int i = 0; i < theirs.size(); i++) {
      settled(theirs.get(i), new StoredResponse(201, "", Map.of(), "x".repeat(1 << 19)), i);
    }

    assertThat(theirs.subList(0, 4)).noneMatch(this::isAnswered);
    assertThat(theirs.subList(theirs.size() - 6, theirs.size())).allMatch(this::isAnswered);
    assertThat(isAnswered(others)).isTrue();

    IdempotentRequest huge = new IdempotentRequest(owner, "POST /", "huge");
    settled(huge, new StoredResponse(201, "", Map.of(), "x".repeat(5 << 20)), 20);
    assertThat(isAnswered(huge)).isTrue();
    assertThat(theirs).noneMatch(this::isAnswered);
  }

  private void settled(IdempotentRequest request, StoredResponse answer, int second) {
    claim(request, BODY, Moments.NOW);
    store().answers().settle(request, IN_A_MINUTE, answer, TOMORROW.plusSeconds(second));
  }

  /** Whether a response is stored. Leaves a claim if there is none. */
  private boolean isAnswered(IdempotentRequest request) {
    return claim(request, BODY, Moments.NOW).filter(known -> known.answer().isPresent()).isPresent();
  }

  private Optional<Remembered> claim(IdempotentRequest request, String fingerprint, Instant now) {
    ForRecordingResponses answers = store().answers();
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

  /** Returns a request of a new owner: what is kept of one owner is limited, and a store may have data of earlier runs. */
  private static IdempotentRequest request() {
    return new IdempotentRequest("key " + NewIds.next(), "POST /api/v2/api-keys", Long.toString(NewIds.next()));
  }
}
