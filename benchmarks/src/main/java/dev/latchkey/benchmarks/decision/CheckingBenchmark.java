package dev.latchkey.benchmarks.decision;

import dev.latchkey.adapters.system.RandomSecrets;
import dev.latchkey.application.port.in.ForCheckingAccess;
import dev.latchkey.application.port.out.ForFindingCredentials;
import dev.latchkey.benchmarks.Installation;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.access.AccessDecision;
import dev.latchkey.domain.access.CacheLookup;
import dev.latchkey.domain.access.PresentedCredentials;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.key.format.PlainKey;
import dev.latchkey.domain.key.format.PresentedKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What memory costs, and the whole decision about a request whose key is in memory. */
@State(Scope.Benchmark)
public class CheckingBenchmark {

  private static final int KEYS = 1024;
  private static final RandomSecrets SECRETS = new RandomSecrets();
  private static final Optional<Permission> NEEDED = Optional.of(Permission.LEADS_WRITE);

  private final Installation installation = Installation.inMemory();
  private final ForFindingCredentials credentials = installation.credentials();
  private final ForCheckingAccess access = installation.access();
  private final List<PlainKey> keys = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private final List<String> withWrongSecret = new ArrayList<>();
  private final List<String> withUnknownId = new ArrayList<>();
  private final List<KeyId> absent = new ArrayList<>();
  private int next;

  @Setup
  public void prepare() throws InterruptedException {
    TenantScope tenant = installation.tenant();
    for (int i = 0; i < KEYS; i++) {
      PlainKey key = installation.key(tenant, KeySettings.named(new Name("Benchmark")));
      keys.add(key);
      texts.add(key.reveal());
      PlainKey wrong = new PlainKey(key.environment(), key.id(), SECRETS.secret());
      withWrongSecret.add(wrong.reveal());
      PlainKey unknown = new PlainKey(key.environment(), new KeyId(i + 1), wrong.secret());
      absent.add(unknown.id());
      withUnknownId.add(unknown.reveal());
    }
    // A key that was just made is forgotten once more when the change feed announces it.
    do {
      keys.forEach(key -> credentials.find(key.id()));
      absent.forEach(credentials::find);
      TimeUnit.MILLISECONDS.sleep(300);
    } while (keys.stream().anyMatch(key -> credentials.recall(key.id()) instanceof CacheLookup.Miss));
  }

  @TearDown
  public void end() {
    installation.close();
  }

  private static PresentedCredentials presented(String text) {
    return new PresentedCredentials.Bearer(new PresentedKey(text));
  }

  private int next() {
    next = (next + 1) % KEYS;
    return next;
  }

  @Benchmark
  public CacheLookup recall() {
    return known(credentials.recall(keys.get(next()).id()));
  }

  @Benchmark
  public AccessDecision decide() {
    return access.checkAtOnce(presented(texts.get(next())), NEEDED, Optional.empty()).orElseThrow();
  }

  /** Takes as long as {@link #refuseUnknownId}: both are in memory, and both compare one HMAC. */
  @Benchmark
  public AccessDecision refuseWrongSecret() {
    return access.checkAtOnce(presented(withWrongSecret.get(next())), NEEDED, Optional.empty()).orElseThrow();
  }

  @Benchmark
  public AccessDecision refuseUnknownId() {
    return access.checkAtOnce(presented(withUnknownId.get(next())), NEEDED, Optional.empty()).orElseThrow();
  }

  private static CacheLookup known(CacheLookup recollection) {
    return switch (recollection) {
      case CacheLookup.Hit known -> known;
      case CacheLookup.Miss() -> throw new IllegalStateException("The key is not in memory");
    };
  }
}
