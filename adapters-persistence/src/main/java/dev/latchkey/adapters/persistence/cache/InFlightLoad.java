package dev.latchkey.adapters.persistence.cache;

import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.domain.access.StoredKey;
import dev.latchkey.domain.id.KeyId;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One look-up of a key. The first caller reads; the others wait for its result. */
public final class InFlightLoad {

  private final KeyId id;
  private final long began;
  private final AtomicBoolean started = new AtomicBoolean();
  private final CompletableFuture<Optional<StoredKey>> answer = new CompletableFuture<>();
  private volatile boolean outdated;
  private volatile @Nullable OptionalLong lastConfirmation;

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

  /** Records the cache's confirmation at the end, after which no change outdates this look-up any more. */
  void settle(OptionalLong confirmation) {
    lastConfirmation = confirmation;
  }

  /**
   * Returns the last confirmation that covers this look-up.
   *
   * @param current the cache's confirmation, read before this call, for a look-up that had not ended by then
   */
  OptionalLong confirmation(OptionalLong current) {
    OptionalLong last = lastConfirmation;
    return last == null ? current : last;
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
