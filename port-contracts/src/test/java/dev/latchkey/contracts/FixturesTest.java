package dev.latchkey.contracts;

import dev.latchkey.application.fixtures.CountingIds;
import dev.latchkey.application.fixtures.FailuresByTheClock;
import dev.latchkey.application.fixtures.FewCommonPasswords;
import dev.latchkey.application.fixtures.InMemoryStore;
import dev.latchkey.application.fixtures.PepperedSeals;
import dev.latchkey.application.fixtures.PepperedTrail;
import dev.latchkey.application.fixtures.RatesByTheClock;
import dev.latchkey.application.fixtures.SaltedPasswords;
import dev.latchkey.application.fixtures.SeededSecrets;
import dev.latchkey.application.fixtures.SettableClock;
import dev.latchkey.application.fixtures.SignInsByTheClock;
import dev.latchkey.application.port.out.ForAuthenticatingTheTrail;
import dev.latchkey.application.port.out.ForHashingPasswords;
import dev.latchkey.application.port.out.ForKnowingCommonPasswords;
import dev.latchkey.application.port.out.ForLimitingFailures;
import dev.latchkey.application.port.out.ForLimitingRates;
import dev.latchkey.application.port.out.ForLimitingSignIns;
import dev.latchkey.application.port.out.ForMintingIds;
import dev.latchkey.application.port.out.ForMintingKeys;
import dev.latchkey.application.port.out.ForSealingKeys;
import dev.latchkey.application.port.out.ForTellingTime;
import dev.latchkey.contracts.key.ForLimitingRatesContract;
import dev.latchkey.contracts.system.ForAuthenticatingTheTrailContract;
import dev.latchkey.contracts.system.ForHashingPasswordsContract;
import dev.latchkey.contracts.system.ForKnowingCommonPasswordsContract;
import dev.latchkey.contracts.system.ForLimitingFailuresContract;
import dev.latchkey.contracts.system.ForLimitingSignInsContract;
import dev.latchkey.contracts.system.ForMintingIdsContract;
import dev.latchkey.contracts.system.ForMintingKeysContract;
import dev.latchkey.contracts.system.ForSealingKeysContract;
import dev.latchkey.contracts.system.ForTellingTimeContract;
import java.time.Duration;
import java.time.Instant;
import java.util.SequencedMap;
import org.junit.jupiter.api.Nested;

/** The fixtures that stand in for the machine keep the contracts too. */
class FixturesTest {

  @Nested
  class PepperedSealsTest implements ForSealingKeysContract {

    @Override
    public ForSealingKeys knowing(SequencedMap<String, byte[]> peppers) {
      return new PepperedSeals(peppers);
    }
  }

  @Nested
  class PepperedTrailTest implements ForAuthenticatingTheTrailContract {

    @Override
    public ForAuthenticatingTheTrail authenticating(SequencedMap<String, byte[]> peppers) {
      return new PepperedTrail(peppers);
    }
  }

  @Nested
  class SeededSecretsTest implements ForMintingKeysContract {

    @Override
    public ForMintingKeys mint() {
      return new SeededSecrets(1);
    }
  }

  @Nested
  class CountingIdsTest implements ForMintingIdsContract {

    @Override
    public ForMintingIds ids() {
      return new CountingIds(0);
    }

    @Override
    public ForMintingIds anotherNodesIds() {
      return new CountingIds(1);
    }
  }

  @Nested
  class SaltedPasswordsTest implements ForHashingPasswordsContract {

    private final ForHashingPasswords passwords = new SaltedPasswords();

    @Override
    public ForHashingPasswords passwords() {
      return passwords;
    }
  }

  @Nested
  class FewCommonPasswordsTest implements ForKnowingCommonPasswordsContract {

    @Override
    public ForKnowingCommonPasswords passwords() {
      return new FewCommonPasswords();
    }
  }

  @Nested
  class SettableClockTest implements ForTellingTimeContract {

    @Override
    public ForTellingTime time() {
      return new SettableClock(Instant.parse("2026-03-14T12:00:00.123456789Z"));
    }
  }

  @Nested
  class RatesByTheClockTest implements ForLimitingRatesContract {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-14T12:00:00Z"));
    private final InMemoryStore store = new InMemoryStore();

    @Override
    public ForLimitingRates rates() {
      return new RatesByTheClock(store, clock);
    }

    @Override
    public ForLimitingRates anotherNodesRates() {
      return new RatesByTheClock(store, clock);
    }

    @Override
    public void pass(Duration time) {
      clock.advance(time);
    }
  }

  @Nested
  class FailuresByTheClockTest implements ForLimitingFailuresContract {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-14T12:00:00Z"));
    private final ForLimitingFailures failures = new FailuresByTheClock(clock);

    @Override
    public ForLimitingFailures failures() {
      return failures;
    }

    @Override
    public void pass(Duration time) {
      clock.advance(time);
    }
  }

  @Nested
  class SignInsByTheClockTest implements ForLimitingSignInsContract {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-14T12:00:00Z"));
    private final ForLimitingSignIns signIns = new SignInsByTheClock(clock);

    @Override
    public ForLimitingSignIns signIns() {
      return signIns;
    }

    @Override
    public void pass(Duration time) {
      clock.advance(time);
    }
  }
}
