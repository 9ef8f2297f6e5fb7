package dev.latchkey.adapters.persistence;

import dev.latchkey.application.port.IdempotentRequest;
import dev.latchkey.application.port.StoredResponse;
import dev.latchkey.application.port.out.ForRecordingResponses;
import dev.latchkey.application.port.out.Written;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Remembers answers, of each owner the newest 4 MiB. */
@Singleton
final class MvAnswers implements ForRecordingResponses {

  private static final Logger LOG = LoggerFactory.getLogger(MvAnswers.class);
  private static final int MOST_BYTES = 4 << 20;
  private static final int BYTES_BESIDE_THE_TEXT = 256;

  private final Store store;

  /** An answer of an owner, and its key. */
  private record Kept(Key key, Instant till, int size) {

    static Optional<Kept> of(Entry entry) {
      AnswerDocument answer = entry.as(AnswerDocument.class);
      return Optional.ofNullable(answer.size()).map(size -> new Kept(entry.key(), answer.till(), size));
    }
  }

  MvAnswers(Store store) {
    this.store = store;
  }

  @Override
  public Optional<Remembered> claim(IdempotentRequest request, String fingerprint, Instant now, Instant until) {
    Key key = key(request);
    return store.write(change -> {
      Optional<Remembered> earlier = change.view()
          .get(StoreMap.ANSWER, key, AnswerDocument.class)
          .filter(answer -> answer.till().isAfter(now))
          .map(answer -> remembered(change.view(), key, answer));
      if (earlier.isEmpty()) {
        change.put(StoreMap.ANSWER, key, AnswerDocument.claimed(fingerprint, until));
        change.remove(StoreMap.ANSWER_TEXT, key);
      }
      return earlier;
    });
  }

  @Override
  public void settle(IdempotentRequest request, Instant claimedUntil, StoredResponse answer, Instant until) {
    Key key = key(request);
    int size = BYTES_BESIDE_THE_TEXT + answer.body().getBytes(StandardCharsets.UTF_8).length;
    store.write(change -> {
      claim(change.view(), key, claimedUntil).ifPresent(claim -> {
        change.put(StoreMap.ANSWER, key, claim.answered(size, until));
        change.put(StoreMap.ANSWER_TEXT, key, AnswerTextDocument.from(answer));
        evict(change, request.owner());
      });
      return Written.DONE;
    });
  }

  @Override
  public void release(IdempotentRequest request, Instant claimedUntil) {
    Key key = key(request);
    store.write(change -> {
      claim(change.view(), key, claimedUntil).ifPresent(_ -> change.remove(StoreMap.ANSWER, key));
      return Written.DONE;
    });
  }

  private static Optional<AnswerDocument> claim(View view, Key key, Instant claimedUntil) {
    return view.get(StoreMap.ANSWER, key, AnswerDocument.class).filter(answer -> answer.isClaimedUntil(claimedUntil));
  }

  private static Remembered remembered(View view, Key key, AnswerDocument answer) {
    Optional<StoredResponse> response = view.get(StoreMap.ANSWER_TEXT, key, AnswerTextDocument.class)
        .map(AnswerTextDocument::toResponse);
    return new Remembered(answer.fingerprint(), response);
  }

  /** Removes the oldest answers of the owner beyond the size that is kept, but never the newest one. */
  private static void evict(Change change, String owner) {
    List<Kept> newestFirst = change.view()
        .under(StoreMap.ANSWER, ownersParent(owner))
        .flatMap(entry -> Kept.of(entry).stream())
        .sorted(Comparator.comparing(Kept::till).thenComparing(kept -> kept.key().text()).reversed())
        .toList();
    long size = newestFirst.getFirst().size();
    int evicted = 0;
    for (Kept answer : newestFirst.subList(1, newestFirst.size())) {
      size += answer.size();
      if (size > MOST_BYTES) {
        change.remove(StoreMap.ANSWER, answer.key());
        change.remove(StoreMap.ANSWER_TEXT, answer.key());
        evicted++;
      }
    }
    if (evicted > 0) {
      LOG.info("{} remembered answers of an owner were evicted, as there were too many", evicted);
    }
  }

  private static Key key(IdempotentRequest request) {
    return ownersParent(request.owner()).then(measured(request.route())).then(request.idempotencyKey());
  }

  private static Key ownersParent(String owner) {
    return Key.ROOT.then(measured(owner));
  }

  /** The text after its length, so that two different requests never have one key. */
  private static String measured(String text) {
    return text.length() + ":" + text;
  }
}
