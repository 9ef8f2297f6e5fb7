package dev.latchkey.adapters.persistence.rate;

import dev.latchkey.adapters.persistence.jdbc.ConstraintViolation;
import dev.latchkey.adapters.persistence.jdbc.Database;
import dev.latchkey.application.port.StoreUnavailable;
import io.github.bucket4j.BucketExceptions.BucketExecutionException;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.VerboseBucket;
import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AbstractCompareAndSwapBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AsyncCompareAndSwapOperation;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.CompareAndSwapOperation;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import io.github.bucket4j.distributed.serialization.InternalSerializationHelper;
import io.github.bucket4j.distributed.versioning.Versions;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Buckets of the library in database rows, updated by compare-and-swap: a row is written only if it is unchanged since
 * it was read. So no lock is held between read and write, and no transaction is needed.
 */
final class SharedBuckets extends AbstractCompareAndSwapBasedProxyManager<LimitedKey> {

  private static final int ATTEMPTS = 100;

  private final Database database;
  private final RateRepository rows;
  private final TimeMeter wallClock;

  SharedBuckets(Database database, RateRepository rows, TimeMeter wallClock) {
    super(ClientSideConfig.getDefault().withClientClock(wallClock).withMaxRetries(ATTEMPTS));
    this.database = database;
    this.rows = rows;
    this.wallClock = wallClock;
  }

  /** Runs work on a key's bucket. A bucket that does not exist yet is full. */
  <T> T use(LimitedKey key, Function<VerboseBucket, T> work) {
    try {
      return work.apply(builder().build(key, key::bucket).asVerbose());
    } catch (BucketExecutionException othersWereFirst) {
      throw StoreUnavailable.contended(ATTEMPTS);
    }
  }

  boolean hasBucketOf(LimitedKey key) {
    return getProxyConfiguration(key).isPresent();
  }

  @Override
  protected CompareAndSwapOperation beginCompareAndSwapOperation(LimitedKey key) {
    return new Row(key);
  }

  private final class Row implements CompareAndSwapOperation {

    private final LimitedKey key;

    private Row(LimitedKey key) {
      this.key = key;
    }

    /**
     * Reads the state. A state of another limit is first rewritten under the current one, as it would refill at the
     * rate of the other.
     */
    @Override
    public Optional<byte[]> getStateData(Optional<Long> timeout) {
      for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
        Optional<byte[]> read = database.run(() -> rows.findById(key.rowId())).map(RateRow::state)
            .map(HexFormat.of()::parseHex);
        Optional<RemoteBucketState> other = read.map(InternalSerializationHelper::deserializeState)
            .filter(state -> !state.getConfiguration().equals(key.bucket()));
        if (other.isEmpty()) {
          return read;
        }
        RemoteBucketState present = key.carriedOver(other.get(), wallClock.currentTimeNanos());
        byte[] state = InternalSerializationHelper.serializeState(present, Versions.getLatest());
        if (compareAndSwap(read.get(), state, present, timeout)) {
          return Optional.of(state);
        }
      }
      throw StoreUnavailable.contended(ATTEMPTS);
    }

    @Override
    public boolean compareAndSwap(
        byte @Nullable [] read, byte[] state, RemoteBucketState decoded, Optional<Long> timeout) {
      Instant neededTill = Instant.EPOCH
          .plus(Duration.ofNanos(wallClock.currentTimeNanos()))
          .plus(key.longestUntilFull(decoded));
      String digits = HexFormat.of().formatHex(state);
      return read == null
          ? isNew(new RateRow(key.rowId(), digits, neededTill))
          : database.run(() -> rows.replace(key.rowId(), HexFormat.of().formatHex(read), digits, neededTill)) == 1;
    }

    private boolean isNew(RateRow row) {
      try {
        database.run(() -> {
          rows.save(row);
          return row;
        });
        return true;
      } catch (ConstraintViolation somebodyElseWasFirst) {
        return false;
      }
    }
  }

  @Override
  public boolean isAsyncModeSupported() {
    return false;
  }

  @Override
  protected AsyncCompareAndSwapOperation beginAsyncCompareAndSwapOperation(LimitedKey key) {
    throw new UnsupportedOperationException();
  }

  @Override
  protected CompletableFuture<Void> removeAsync(LimitedKey key) {
    throw new UnsupportedOperationException();
  }

  /** Unsupported: buckets are removed only by pruning, once they would be full. */
  @Override
  public void removeProxy(LimitedKey key) {
    throw new UnsupportedOperationException();
  }
}
