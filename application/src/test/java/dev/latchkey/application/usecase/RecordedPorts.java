package dev.latchkey.application.usecase;

import dev.latchkey.application.fixtures.InMemoryStore;
import dev.latchkey.application.port.out.ForFindingCredentials;
import dev.latchkey.application.port.out.ForLimitingFailures;
import dev.latchkey.application.port.out.ForLimitingRates;
import dev.latchkey.application.port.out.ForSealingKeys;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.access.AccessDecision;
import dev.latchkey.domain.access.CacheLookup;
import dev.latchkey.domain.access.OperatorToken;
import dev.latchkey.domain.access.PresentedCredentials;
import dev.latchkey.domain.access.StoredKey;
import dev.latchkey.domain.address.AddressRange;
import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.grant.CampaignAccess;
import dev.latchkey.domain.grant.Grant;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.key.KeyStatus;
import dev.latchkey.domain.key.Period;
import dev.latchkey.domain.key.Seal;
import dev.latchkey.domain.key.format.Environment;
import dev.latchkey.domain.key.format.KeySecret;
import dev.latchkey.domain.key.format.PlainKey;
import dev.latchkey.domain.rate.RateLimit;
import dev.latchkey.domain.rate.RateVerdict;
import dev.latchkey.domain.rate.SignInSource;
import dev.latchkey.domain.tenant.Tenant;
import dev.latchkey.domain.tenant.TenantStatus;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The driven ports of the access decision, over one key with which everything is right. A test changes one respect after
 * the other, and sees which calls were made, in which order.
 */
final class RecordedPorts {

  static final Instant NOW = Instant.parse("2026-03-14T12:00:00Z");
  static final RateLimit LIMIT = new RateLimit(5, Duration.ofMinutes(1));
  static final Optional<InetAddress> ADDRESS = AddressRange.address("192.0.2.7");

  private static final TenantId TENANT = new TenantId(10);

  final PlainKey plain = new PlainKey(Environment.LIVE, new KeyId(20), KeySecret.drawn(_ -> 7));
  final List<String> calls = new ArrayList<>();
  PlainKey presented = plain;
  boolean known = true;
  boolean cached = true;
  boolean sealCached;
  Optional<Duration> waitForLookUp = Optional.empty();
  Optional<Duration> waitForFailure = Optional.empty();
  boolean countedAtOnce = true;
  Environment storedEnvironment = Environment.LIVE;
  KeyStatus status = KeyStatus.ACTIVE;
  Period period = new Period(Optional.of(NOW.minusSeconds(60)), Optional.of(NOW.plusSeconds(60)));
  TenantStatus standing = TenantStatus.ACTIVE;
  Optional<InetAddress> address = ADDRESS;
  Set<Permission> permissions = Set.of(Permission.LEADS_READ);
  Optional<RateLimit> rateLimit = Optional.of(LIMIT);
  RateVerdict rate = new RateVerdict.Within(4, Duration.ofSeconds(12));

  final CheckAccess access = new CheckAccess(new Credentials(), new InMemoryStore().campaigns(), new Seals(),
      new Rates(), (key, at) -> calls.add("use of " + key.value() + " at " + at), () -> NOW, new Failures(),
      new OperatorToken("an operator token for these tests alone"));

  AccessDecision check() {
    return check(Shop.bearer(presented.reveal()));
  }

  AccessDecision check(PresentedCredentials credentials) {
    return access.check(credentials, Optional.of(Permission.LEADS_READ), address);
  }

  Optional<AccessDecision> checkAtOnce() {
    return checkAtOnce(Shop.bearer(presented.reveal()));
  }

  Optional<AccessDecision> checkAtOnce(PresentedCredentials credentials) {
    return access.checkAtOnce(credentials, Optional.of(Permission.LEADS_READ), address);
  }

  private StoredKey credential() {
    KeySettings settings = new KeySettings(
        new Name("Till"),
        status,
        new Grant(permissions, CampaignAccess.EVERYWHERE),
        AddressRange.of("192.0.2.0/24").stream().toList(),
        rateLimit,
        period);
    ApiKey key = ApiKey.made(
        new PlainKey(storedEnvironment, plain.id(), plain.secret()),
        new Seal("v1", plain.secret().reveal()),
        TENANT,
        settings,
        new Actor.Operator(),
        NOW.minusSeconds(3600));
    return new StoredKey(key, new Tenant(TENANT, new Name("Shop"), standing, NOW, 1));
  }

  private Optional<StoredKey> found(KeyId id) {
    return known && id.equals(plain.id()) ? Optional.of(credential()) : Optional.empty();
  }

  private final class Credentials implements ForFindingCredentials {

    @Override
    public Optional<StoredKey> find(KeyId id) {
      calls.add("find " + id.value());
      return found(id);
    }

    @Override
    public CacheLookup recall(KeyId id) {
      calls.add("recall " + id.value());
      return cached ? new CacheLookup.Hit(found(id)) : new CacheLookup.Miss();
    }

    @Override
    public Optional<Seal> lastSeal(KeyId id) {
      return sealCached && id.equals(plain.id()) ? Optional.of(credential().key().seal()) : Optional.empty();
    }
  }

  private final class Seals implements ForSealingKeys {

    @Override
    public boolean matches(KeySecret secret, Optional<Seal> seal) {
      calls.add(seal.isPresent() ? "compare" : "compare with no seal");
      return seal.isPresent() && seal.get().hasMac(secret.reveal());
    }

    @Override
    public Seal seal(KeySecret secret) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Set<String> pepperVersions() {
      throw new UnsupportedOperationException();
    }

    @Override
    public String checkValue(String pepperVersion) {
      throw new UnsupportedOperationException();
    }
  }

  private final class Rates implements ForLimitingRates {

    @Override
    public RateVerdict count(KeyId key, RateLimit limit) {
      calls.add("count " + key.value() + " within " + limit.requests());
      return rate;
    }

    @Override
    public Optional<RateVerdict> countAtOnce(KeyId key, RateLimit limit) {
      return countedAtOnce ? Optional.of(count(key, limit)) : Optional.empty();
    }

    @Override
    public RateVerdict foresee(KeyId key, RateLimit limit) {
      throw new UnsupportedOperationException();
    }
  }

  private final class Failures implements ForLimitingFailures {

    @Override
    public Optional<Duration> count(SignInSource source, RateLimit limit) {
      assertFrom(source);
      boolean failure = limit.equals(LimitFailures.FAILURES);
      calls.add(failure ? "count failure" : "count look-up");
      return failure ? waitForFailure : waitForLookUp;
    }

    @Override
    public Optional<Duration> foresee(SignInSource source, RateLimit limit) {
      assertFrom(source);
      return waitForLookUp;
    }

    private void assertFrom(SignInSource source) {
      if (!source.equals(SignInSource.of(address))) {
        throw new AssertionError("Counted for " + source);
      }
    }
  }
}
