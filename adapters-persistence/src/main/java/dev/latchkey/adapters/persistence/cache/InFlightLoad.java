package dev.latchkey.adapters.persistence.cache;

import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.domain.access.StoredKey;
import dev.latchkey.domain.id.KeyId;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;

/** One look-up of a key. The first caller reads; the others wait for its result. */
public final class InFlightLoad {

  private final KeyId id;
  private final long began;
  private final AtomicBoolean started = new AtomicBoolean();
  private final CompletableFuture<Optional<StoredKey>> answer = new CompletableFuture<>();
  private volatile boolean outdated;

  /**
   * Creates a look-up that is about to read.
   *
   * @param began the start by the monotonic clock, in nanoseconds
   */
  InFlightLoad(KeyId id, long began) {
    this.id = id;
    this.began = began;
  }

  public KeyId id() {
    return id;
  }

  long began() {
    return began;
  }

  /** Marks the result as possibly older than an announced change of the key or of a tenant. */
  void outdate() {
    outdated = true;
  }

  boolean isOutdated() {
    return outdated;
  }

  /** Returns whether the caller has to read; true only once. */
  public boolean start() {
    return started.compareAndSet(false, true);
  }

  public void finish(Optional<StoredKey> found) {
    answer.complete(found);
  }

  /** Cancels the look-up for the waiting callers if it is not finished. */
  public void giveUp() {
    answer.cancel(false);
  }

  /** Waits for the result of the caller that reads. */
  public Optional<StoredKey> await() {
    try {
      return answer.join();
    } catch (CancellationException | CompletionException e) {
      throw new StoreUnavailable(e);
    }
  }
}
