package dev.latchkey.benchmarks.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.benchmarks.cluster.Operation.ActivateTenant;
import dev.latchkey.benchmarks.cluster.Operation.CheckKey;
import dev.latchkey.benchmarks.cluster.Operation.DisableKey;
import dev.latchkey.benchmarks.cluster.Operation.RotateKey;
import dev.latchkey.benchmarks.cluster.Operation.SuspendTenant;
import org.junit.jupiter.api.Test;

class RevocationsTest {

  private static final CheckKey CHECK = new CheckKey("tenant", "key");

  @Test
  void revocationCountsUntilTheLastGrantAndTheFirstRefusalOfAnotherNode() {
    Revocations revocations = Revocations.of(
        Example.withKey().acknowledged("a", 0, 10, new DisableKey("tenant", "key"))
            .refused("a", 11, 12, CHECK, "key_disabled")
            .acknowledged("b", 30, 45, CHECK)
            .refused("b", 50, 60, CHECK, "key_disabled").entries());

    assertThat(revocations.lastGrants().sorted()).containsExactly(20_000_000L);
    assertThat(revocations.refused().sorted()).containsExactly(50_000_000L);
  }

  @Test
  void requestsBeforeTheReplyAndDuringOrAfterTheNextChangeDoNotCount() {
    Revocations revocations = Revocations.of(
        Example.withKey().acknowledged("b", -5, 20, CHECK)
            .acknowledged("a", 0, 10, new SuspendTenant("tenant"))
            .acknowledged("b", 1990, 2005, CHECK)
            .acknowledged("a", 2000, 2010, new ActivateTenant("tenant"))
            .acknowledged("b", 2020, 2030, CHECK).entries());

    assertThat(revocations.lastGrants().sorted()).containsExactly(0L);
    assertThat(revocations.refused().sorted()).isEmpty();
  }

  @Test
  void rotationRevokesTheOldKeyAndNotItsSuccessor() {
    Revocations revocations = Revocations.of(
        Example.withKey().acknowledged("a", 0, 10, new RotateKey("tenant", "key", "next"))
            .acknowledged("b", 500, 510, new CheckKey("tenant", "next"))
            .unknown("b", 40, 60, CHECK).entries());

    assertThat(revocations.lastGrants().sorted()).containsExactly(0L);
    assertThat(revocations.refused().sorted()).containsExactly(50_000_000L);
  }
}
