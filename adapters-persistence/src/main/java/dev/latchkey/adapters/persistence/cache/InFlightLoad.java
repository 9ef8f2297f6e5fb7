package dev.latchkey.adapters.persistence.cache;

import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.domain.access.StoredKey;
import dev.latchkey.domain.id.KeyId;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;

/** One look-up of a key, made by the first who wants it and awaited by the others. */
public final class InFlightLoad {

  private final KeyId id;
  private final long began;
  private final long tenantChanges;
  private final AtomicBoolean started = new AtomicBoolean();
  private final CompletableFuture<Optional<StoredKey>> answer = new CompletableFuture<>();
  private volatile boolean outdated;

  /**
   * Is about to read.
   *
   * @param began by the clock that nobody sets
   * @param tenantChanges how many changes of tenants were announced before
   */
  InFlightLoad(KeyId id, long began, long tenantChanges) {
    this.id = id;
    this.began = began;
    this.tenantChanges = tenantChanges;
  }

  public KeyId id() {
    return id;
  }

  long began() {
    return began;
  }

  long tenantChanges() {
    return tenantChanges;
  }

  /** Something about the key was announced, so that what is being read may be older than that. */
  void outdate() {
    outdated = true;
  }

  boolean isOutdated() {
    return outdated;
  }

  /** Whether the caller is the one who has to read; true only once. */
  public boolean start() {
    return started.compareAndSet(false, true);
  }

  public void finish(Optional<StoredKey> found) {
    answer.complete(found);
  }

  /** Lets go those who wait, if the reading was not finished. */
  public void giveUp() {
    answer.cancel(false);
  }

  /** What the one who reads finds. */
  public Optional<StoredKey> await() {
    try {
      return answer.join();
    } catch (CancellationException | CompletionException e) {
      throw new StoreUnavailable(e);
    }
  }
}
