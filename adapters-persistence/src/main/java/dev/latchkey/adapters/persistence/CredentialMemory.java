package dev.latchkey.adapters.persistence;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Interner;
import dev.latchkey.domain.access.Credential;
import dev.latchkey.domain.access.Recollection;
import dev.latchkey.domain.grant.AccessRule;
import dev.latchkey.domain.grant.CampaignSelector;
import dev.latchkey.domain.grant.Grant;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.tenant.Tenant;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * The credentials that this node holds in memory, and until when they may be trusted: one second from the beginning of the
 * last look at the change feed, by a clock that nobody sets. Whoever is cut off from the feed, paused or slow forgets by
 * itself; no message has to arrive.
 *
 * <p>Every answer is checked against the clock after it was taken out, so that a thread that was stopped in between does not
 * give away what has gone out of date meanwhile.
 */
@Singleton
final class CredentialMemory {

  static final Duration BOUND = Duration.ofSeconds(1);

  /** What a key takes, roughly, with a handful of rules; the names of campaigns come on top. */
  private static final long BYTES_A_KEY = 1_024;

  private static final int NAMES_A_KILOBYTE = 16;
  private static final long MOST_KEYS = 1_000_000;
  private static final long MOST_ABSENT = 100_000;

  private final LongSupplier nanos;
  private final Cache<KeyId, Held> known;
  private final Cache<KeyId, KeyId> absent;
  private final Cache<TenantId, TenantMark> marks = Caffeine.newBuilder().weakValues().build();
  private final Interner<Grant> grants = Interner.newWeakInterner();
  private final ConcurrentMap<KeyId, Reading> readings = new ConcurrentHashMap<>();
  private final AtomicLong tenantChanges = new AtomicLong();
  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();
  private volatile OptionalLong confirmed = OptionalLong.empty();

  /** Holds up to a million keys, in no more than about a quarter of the heap. */
  @Inject
  CredentialMemory() {
    this(System::nanoTime, Math.clamp(Runtime.getRuntime().maxMemory() / 4 / BYTES_A_KEY, 1, MOST_KEYS));
  }

  CredentialMemory(LongSupplier nanos, long mostKeys) {
    this.nanos = nanos;
    this.known = Caffeine.newBuilder().maximumWeight(mostKeys).weigher((KeyId _, Held held) -> held.weight()).build();
    this.absent = Caffeine.newBuilder().maximumSize(MOST_ABSENT).build();
  }

  /** Shared by all keys of a tenant, so that one change outdates them all at once. */
  private static final class TenantMark {

    private final Tenant tenant;
    private volatile boolean outdated;

    private TenantMark(Tenant tenant) {
      this.tenant = tenant;
    }
  }

  private record Held(Credential credential, TenantMark mark) {

    /** One, and one more for each kilobyte of campaign names. */
    int weight() {
      int names = 0;
      for (AccessRule rule : credential.key().settings().grant().campaignAccess().rules()) {
        names += rule.campaigns() instanceof CampaignSelector.Named(var named) ? named.size() : 0;
      }
      return 1 + names / NAMES_A_KILOBYTE;
    }
  }

  /** What is known of the key, if what is known can be trusted. */
  Recollection recall(KeyId id) {
    OptionalLong stamp = confirmed;
    Optional<Credential> held = held(id);
    if ((held.isEmpty() && absent.getIfPresent(id) == null) || !isWithinBound(stamp)) {
      return new Recollection.Unknown();
    }
    hits.increment();
    return new Recollection.Known(held);
  }

  private Optional<Credential> held(KeyId id) {
    Held held = known.getIfPresent(id);
    return held == null || held.mark().outdated ? Optional.empty() : Optional.of(held.credential());
  }

  /**
   * The look-up of that key that is under way, or else a new one. One that takes long already is joined by nobody: its answer
   * would come too late.
   */
  Reading begin(KeyId id) {
    Reading begun = new Reading(id, nanos.getAsLong(), tenantChanges.get());
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
  void keep(Reading reading, Optional<Credential> found) {
    misses.increment();
    if (found.isPresent()) {
      Held held = held(found.get());
      known.asMap().compute(reading.id(), (_, old) -> isOutdated(reading) ? old : held);
    } else {
      absent.asMap().compute(reading.id(), (id, old) -> isOutdated(reading) ? old : id);
    }
  }

  /** Equal tenants become one object, and so do equal grants: most keys have one of a few. */
  private Held held(Credential credential) {
    TenantMark mark = marks.get(credential.tenant().id(), _ -> new TenantMark(credential.tenant()));
    Tenant tenant = credential.tenant().equals(mark.tenant) ? mark.tenant : credential.tenant();
    return new Held(new Credential(sharing(credential.key(), tenant.id()), tenant), mark);
  }

  private ApiKey sharing(ApiKey key, TenantId tenant) {
    KeySettings settings = key.settings();
    return new ApiKey(
        key.id(),
        tenant,
        key.environment(),
        key.masked(),
        key.seal(),
        new KeySettings(
            settings.name(),
            settings.status(),
            grants.intern(settings.grant()),
            settings.allowedAddresses(),
            settings.rateLimit(),
            settings.period()),
        key.createdBy(),
        key.createdAt(),
        key.replaces(),
        key.replacedBy(),
        key.lastUsedAt(),
        key.version());
  }

  /** Whoever asks from now on is not to wait for that look-up. */
  void end(Reading reading) {
    readings.remove(reading.id(), reading);
  }

  private boolean isOutdated(Reading reading) {
    return reading.isOutdated() || reading.tenantChanges() != tenantChanges.get();
  }

  /** Whether what a look-up found may still be given to whoever waited for it. */
  boolean vouchesFor(Reading reading) {
    OptionalLong stamp = confirmed;
    boolean announced = isOutdated(reading);
    return isWithinBound(OptionalLong.of(reading.began())) || (!announced && isWithinBound(stamp));
  }

  /** Forgets the key, and all that is being read of it. */
  void forget(KeyId id) {
    readings.computeIfPresent(id, (_, running) -> {
      running.outdate();
      return null;
    });
    known.asMap().remove(id);
    absent.asMap().remove(id);
  }

  /** Forgets every key of the tenant. */
  void forget(TenantId id) {
    tenantChanges.incrementAndGet();
    readings.clear();
    TenantMark mark = marks.asMap().remove(id);
    if (mark != null) {
      mark.outdated = true;
    }
  }

  void forgetEverything() {
    tenantChanges.incrementAndGet();
    readings.clear();
    known.invalidateAll();
    absent.invalidateAll();
  }

  /** All that was announced before that moment has been forgotten. */
  void confirm(long beganNanos) {
    confirmed = OptionalLong.of(beganNanos);
  }

  /** How long ago it was confirmed; empty where it never was. */
  Optional<Duration> age() {
    OptionalLong stamp = confirmed;
    return stamp.isPresent()
        ? Optional.of(Duration.ofNanos(nanos.getAsLong() - stamp.getAsLong()))
        : Optional.empty();
  }

  boolean isFresh() {
    return isWithinBound(confirmed);
  }

  private boolean isWithinBound(OptionalLong stamp) {
    return stamp.isPresent() && nanos.getAsLong() - stamp.getAsLong() < BOUND.toNanos();
  }

  /** How many keys it knows, those included of which it knows that there are none. */
  long size() {
    return known.estimatedSize() + absent.estimatedSize();
  }

  long hits() {
    return hits.sum();
  }

  long misses() {
    return misses.sum();
  }
}
