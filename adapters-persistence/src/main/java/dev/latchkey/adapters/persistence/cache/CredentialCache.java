package dev.latchkey.adapters.persistence.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Interner;
import dev.latchkey.adapters.persistence.cache.PackedCredential.Common;
import dev.latchkey.domain.access.CacheLookup;
import dev.latchkey.domain.access.StoredKey;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.key.Seal;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Cache of credentials. Entries are valid for one second after the start of the last successful poll of the change feed
 * (monotonic clock). A node that is disconnected from the feed, paused or slow stops trusting its entries without
 * receiving a message.
 *
 * <p>Every result is checked against the clock after it is read from the cache, so that a thread that was suspended in
 * between does not return an outdated entry.
 */
@Singleton
public final class CredentialCache {

  public static final Duration BOUND = Duration.ofSeconds(1);

  /** Estimated size in bytes of an ordinary key; a key with its own rules counts as several. */
  private static final long BYTES_A_KEY = 256;

  private static final long MOST_KEYS = 4_000_000;
  private static final long MOST_ABSENT = 100_000;

  /**
   * Bits of the index of a table of unpacked credentials, which avoids unpacking frequently used ones again. Its 2^14
   * slots take up to 10 MB.
   */
  private static final int RECENT_BITS = 14;

  /**
   * Multiplier of Knuth's multiplicative hashing. Ids are sequential; hashing distributes neighbouring ids over the
   * slots.
   */
  private static final int SPREADING = 0x9E3779B9;

  private final LongSupplier nanos;
  private final Cache<KeyId, PackedCredential> known;
  private final Cache<KeyId, KeyId> absent;
  private final Cache<TenantId, InvalidationMark> marks = Caffeine.newBuilder().weakValues().build();
  private final Interner<Common> commons = Interner.newWeakInterner();
  private final AtomicReferenceArray<@Nullable Unpacked> recent = new AtomicReferenceArray<>(1 << RECENT_BITS);
  private final ConcurrentMap<KeyId, InFlightLoad> readings = new ConcurrentHashMap<>();
  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();
  private volatile OptionalLong confirmed = OptionalLong.empty();

  /** Creates a cache of up to four million ordinary keys that uses at most about a quarter of the heap. */
  @Inject
  CredentialCache() {
    this(System::nanoTime, Math.clamp(Runtime.getRuntime().maxMemory() / 4 / BYTES_A_KEY, 1, MOST_KEYS));
  }

  public CredentialCache(LongSupplier nanos, long mostKeys) {
    this.nanos = nanos;
    this.known = Caffeine.newBuilder().maximumWeight(mostKeys)
        .weigher((KeyId _, PackedCredential held) -> held.weight())
        .build();
    this.absent = Caffeine.newBuilder().maximumSize(MOST_ABSENT).build();
  }

  /** An unpacked credential, valid while the packed one is still the cached entry. */
  private record Unpacked(PackedCredential packed, StoredKey credential) {}

  /** Looks the key up in the cache; a miss where the cache has no entry or its entries are no longer valid. */
  public CacheLookup recall(KeyId id) {
    OptionalLong stamp = confirmed;
    Optional<StoredKey> held = held(id);
    if ((held.isEmpty() && absent.getIfPresent(id) == null) || !isWithinBound(stamp)) {
      return new CacheLookup.Miss();
    }
    hits.increment();
    return new CacheLookup.Hit(held);
  }

  /**
   * Returns the seal from the last successful look-up of the key, regardless of its age. Empty where the key has no
   * entry, or where a later look-up did not find it.
   */
  public Optional<Seal> lastSeal(KeyId id) {
    PackedCredential held = known.getIfPresent(id);
    return held == null ? Optional.empty() : Optional.of(held.seal());
  }

  /**
   * Returns the tenant of a cached key; empty where it has no entry. Does not read the database, so the result may be
   * outdated.
   */
  public Optional<TenantId> tenantOf(KeyId id) {
    return held(id).map(credential -> credential.tenant().id());
  }

  private Optional<StoredKey> held(KeyId id) {
    PackedCredential held = known.getIfPresent(id);
    return held == null || held.isOutdated() ? Optional.empty() : Optional.of(unpacked(id, held));
  }

  private StoredKey unpacked(KeyId id, PackedCredential held) {
    int place = (id.hashCode() * SPREADING) >>> (Integer.SIZE - RECENT_BITS);
    Unpacked last = recent.get(place);
    if (last != null && last.packed == held) {
      return last.credential;
    }
    StoredKey credential = held.unpacked(id);
    recent.lazySet(place, new Unpacked(held, credential));
    return credential;
  }

  /**
   * Returns the running look-up of the key, or a new one. A look-up that already runs for longer than {@link #BOUND} is
   * not joined, as its result would be outdated.
   */
  public InFlightLoad begin(KeyId id) {
    InFlightLoad begun = new InFlightLoad(id, nanos.getAsLong());
    return readings.compute(id, (_, running) -> {
      if (running == null) {
        return begun;
      }
      if (isWithinBound(OptionalLong.of(running.began()))) {
        return running;
      }
      running.outdate();
      return begun;
    });
  }

  /**
   * Caches the result of a look-up, unless a change of the key or of a tenant was announced since the look-up began.
   */
  public void keep(InFlightLoad reading, Optional<StoredKey> found) {
    misses.increment();
    if (found.isPresent()) {
      PackedCredential held = packed(found.get());
      known.asMap().compute(reading.id(), (_, old) -> reading.isOutdated() ? old : held);
    } else {
      known.asMap().computeIfPresent(reading.id(), (_, old) -> reading.isOutdated() ? old : null);
      absent.asMap().compute(reading.id(), (id, old) -> reading.isOutdated() ? old : id);
    }
  }

  private PackedCredential packed(StoredKey credential) {
    InvalidationMark mark = marks.get(credential.tenant().id(), _ -> new InvalidationMark(credential.tenant()));
    return PackedCredential.of(credential, mark, commons);
  }

  /**
   * Ends the look-up, so that later callers do not wait for it. A later change does not outdate it, so a later
   * confirmation does not cover it.
   */
  public void end(InFlightLoad reading) {
    reading.settle(confirmed);
    readings.remove(reading.id(), reading);
  }

  /** Returns whether the result of a look-up may still be returned to the callers that waited for it. */
  public boolean vouchesFor(InFlightLoad reading) {
    OptionalLong stamp = reading.confirmation(confirmed);
    boolean announced = reading.isOutdated();
    return isWithinBound(OptionalLong.of(reading.began())) || (!announced && isWithinBound(stamp));
  }

  /** Evicts the key except for its last seal, and outdates the look-up that is running for it. */
  public void forget(KeyId id) {
    readings.computeIfPresent(id, (_, running) -> {
      running.outdate();
      return null;
    });
    known.asMap().computeIfPresent(id, (_, held) -> held.outdated());
    absent.asMap().remove(id);
  }

  /** Evicts every key of the tenant except for their last seals. */
  public void forget(TenantId id) {
    outdateLoads();
    outdate(id);
  }

  /**
   * Outdates every running look-up before it removes it, so that later callers do not wait for it. A look-up that begins
   * later reads the changed state.
   */
  public void outdateLoads() {
    readings.values().removeIf(load -> {
      load.outdate();
      return true;
    });
  }

  /**
   * Outdates the mark before it removes it: a thread that finds no mark can rely on the keys being outdated, also where
   * another thread evicts them at the same time.
   */
  private void outdate(TenantId id) {
    InvalidationMark mark = marks.getIfPresent(id);
    if (mark != null) {
      mark.outdate();
      marks.asMap().remove(id, mark);
    }
  }

  /** Evicts every key except for their last seals. */
  public void forgetEverything() {
    outdateLoads();
    marks.asMap().keySet().forEach(this::outdate);
    absent.invalidateAll();
  }

  /** Confirms that every change announced before that moment has been applied. */
  public void confirm(long beganNanos) {
    confirmed = OptionalLong.of(beganNanos);
  }

  /** Returns the time since the last confirmation; empty where there was none. */
  public Optional<Duration> age() {
    OptionalLong stamp = confirmed;
    return stamp.isPresent()
        ? Optional.of(Duration.ofNanos(nanos.getAsLong() - stamp.getAsLong()))
        : Optional.empty();
  }

  public boolean isFresh() {
    return isWithinBound(confirmed);
  }

  private boolean isWithinBound(OptionalLong stamp) {
    return stamp.isPresent() && nanos.getAsLong() - stamp.getAsLong() < BOUND.toNanos();
  }

  /** Returns the number of cached keys, including those cached as absent. */
  public long size() {
    return known.estimatedSize() + absent.estimatedSize();
  }

  public long hits() {
    return hits.sum();
  }

  public long misses() {
    return misses.sum();
  }
}
