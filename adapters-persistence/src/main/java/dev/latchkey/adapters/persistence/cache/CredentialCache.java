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
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The credentials that this node holds in memory, and until when they may be trusted: one second from the beginning of the
 * last look at the change feed, by a clock that nobody sets. Whoever is cut off from the feed, paused or slow forgets by
 * itself; no message has to arrive.
 *
 * <p>Every answer is checked against the clock after it was taken out, so that a thread that was stopped in between does not
 * give away what has gone out of date meanwhile.
 */
@Singleton
public final class CredentialCache {

  public static final Duration BOUND = Duration.ofSeconds(1);

  /** What an ordinary key takes; one that has rules of its own counts for several. */
  private static final long BYTES_A_KEY = 256;

  private static final long MOST_KEYS = 4_000_000;
  private static final long MOST_ABSENT = 100_000;

  /** Those asked for over and over are unpacked once: one for each of so many places, which take up to 10 MB. */
  private static final int RECENT_BITS = 14;

  /** Ids are made one after the other; this sends neighbours far apart (Knuth's multiplicative hashing). */
  private static final int SPREADING = 0x9E3779B9;

  private final LongSupplier nanos;
  private final Cache<KeyId, PackedCredential> known;
  private final Cache<KeyId, KeyId> absent;
  private final Cache<TenantId, InvalidationMark> marks = Caffeine.newBuilder().weakValues().build();
  private final Interner<Common> commons = Interner.newWeakInterner();
  private final AtomicReferenceArray<@Nullable Unpacked> recent = new AtomicReferenceArray<>(1 << RECENT_BITS);
  private final ConcurrentMap<KeyId, InFlightLoad> readings = new ConcurrentHashMap<>();
  private final AtomicLong tenantChanges = new AtomicLong();
  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();
  private volatile OptionalLong confirmed = OptionalLong.empty();

  /** Holds up to four million ordinary keys, in no more than about a quarter of the heap. */
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

  /** One that was given out, for as long as it is the one that is held. */
  private record Unpacked(PackedCredential packed, StoredKey credential) {}

  /** What is known of the key, if what is known can be trusted. */
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
   * The seal that the key had when it was last found, however long ago; empty where it is not held, and where it was looked
   * for since and not found.
   */
  public Optional<Seal> lastSeal(KeyId id) {
    PackedCredential held = known.getIfPresent(id);
    return held == null ? Optional.empty() : Optional.of(held.seal());
  }

  /** The tenant of a key that is held; empty where it is not. No look-up: it may be out of date. */
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
   * The look-up of that key that is under way, or else a new one. One that takes long already is joined by nobody: its answer
   * would come too late.
   */
  public InFlightLoad begin(KeyId id) {
    InFlightLoad begun = new InFlightLoad(id, nanos.getAsLong(), tenantChanges.get());
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

  /** Keeps what a look-up found, unless something about it was announced since it began. */
  public void keep(InFlightLoad reading, Optional<StoredKey> found) {
    misses.increment();
    if (found.isPresent()) {
      PackedCredential held = packed(found.get());
      known.asMap().compute(reading.id(), (_, old) -> isOutdated(reading) ? old : held);
    } else {
      known.asMap().computeIfPresent(reading.id(), (_, old) -> isOutdated(reading) ? old : null);
      absent.asMap().compute(reading.id(), (id, old) -> isOutdated(reading) ? old : id);
    }
  }

  private PackedCredential packed(StoredKey credential) {
    InvalidationMark mark = marks.get(credential.tenant().id(), _ -> new InvalidationMark(credential.tenant()));
    return PackedCredential.of(credential, mark, commons);
  }

  /** Whoever asks from now on is not to wait for that look-up. */
  public void end(InFlightLoad reading) {
    readings.remove(reading.id(), reading);
  }

  private boolean isOutdated(InFlightLoad reading) {
    return reading.isOutdated() || reading.tenantChanges() != tenantChanges.get();
  }

  /** Whether what a look-up found may still be given to whoever waited for it. */
  public boolean vouchesFor(InFlightLoad reading) {
    OptionalLong stamp = confirmed;
    boolean announced = isOutdated(reading);
    return isWithinBound(OptionalLong.of(reading.began())) || (!announced && isWithinBound(stamp));
  }

  /** Forgets the key but for its last seal, and all that is being read of it. */
  public void forget(KeyId id) {
    readings.computeIfPresent(id, (_, running) -> {
      running.outdate();
      return null;
    });
    known.asMap().computeIfPresent(id, (_, held) -> held.outdated());
    absent.asMap().remove(id);
  }

  /** Forgets every key of the tenant, but for their last seals. */
  public void forget(TenantId id) {
    tenantChanges.incrementAndGet();
    readings.clear();
    outdate(id);
  }

  private void outdate(TenantId id) {
    InvalidationMark mark = marks.asMap().remove(id);
    if (mark != null) {
      mark.outdate();
    }
  }

  /** Forgets every key, but for their last seals. */
  public void forgetEverything() {
    tenantChanges.incrementAndGet();
    readings.clear();
    marks.asMap().keySet().forEach(this::outdate);
    absent.invalidateAll();
  }

  /** All that was announced before that moment has been forgotten. */
  public void confirm(long beganNanos) {
    confirmed = OptionalLong.of(beganNanos);
  }

  /** How long ago it was confirmed; empty where it never was. */
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

  /** How many keys it knows, those included of which it knows that there are none. */
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
