package dev.latchkey.benchmarks.decision;

import dev.latchkey.adapters.system.HmacSeals;
import dev.latchkey.benchmarks.Installation;
import dev.latchkey.domain.key.Seal;
import dev.latchkey.domain.key.format.KeySecret;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What it takes to prove a secret: an HMAC-SHA-256 and a comparison in constant time. */
@State(Scope.Benchmark)
public class SealBenchmark {

  private final HmacSeals seals = new HmacSeals(List.of(Installation.PEPPER));
  private final KeySecret secret = KeySecret.drawn(_ -> 7);
  private final Optional<Seal> seal = Optional.of(seals.seal(secret));

  @Benchmark
  public boolean matches() {
    return seals.matches(secret, seal);
  }
}
