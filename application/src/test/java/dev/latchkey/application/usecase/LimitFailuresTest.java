package dev.latchkey.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.fixtures.FailuresByTheClock;
import dev.latchkey.application.port.in.ForCheckingAccess.Verification;
import dev.latchkey.application.port.out.ForFindingCredentials;
import dev.latchkey.application.port.out.ForSealingKeys;
import dev.latchkey.domain.access.AccessDecision;
import dev.latchkey.domain.access.CacheLookup;
import dev.latchkey.domain.access.Caller;
import dev.latchkey.domain.access.Operator;
import dev.latchkey.domain.access.OperatorDecision;
import dev.latchkey.domain.access.OperatorToken;
import dev.latchkey.domain.access.Refusal;
import dev.latchkey.domain.access.StoredKey;
import dev.latchkey.domain.address.AddressRange;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.Seal;
import dev.latchkey.domain.key.format.KeySecret;
import dev.latchkey.domain.key.format.PlainKey;
import dev.latchkey.domain.key.format.PresentedKey;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A source that guesses, over a cache that drops entries on request and counts look-ups. */
class LimitFailuresTest {

  private static final String TOKEN = "an operator token for these tests alone";
  private static final Optional<InetAddress> GUESSER = AddressRange.address("198.51.100.9");
  private static final Optional<InetAddress> NEIGHBOUR = AddressRange.address("198.51.100.10");
  private static final int LIMIT = 60;
  private static final int BUDGET = 5;

  private final Shop shop = new Shop();
  private final PlainKey key = shop.issue("Till").plain();
  private final List<String> work = new ArrayList<>();
  private final Forgetful memory = new Forgetful();
  private final CheckAccess access = new CheckAccess(
      memory, shop.store.campaigns(), new CountingSeals(), shop.rates, shop.store.uses(), shop.clock,
      new FailuresByTheClock(shop.clock), new OperatorToken(TOKEN));
  private long guesses;

  /** Knows what was looked up before, that there is nothing included, and of what went out of date its last seal. */
  private final class Forgetful implements ForFindingCredentials {

    private final Set<KeyId> remembered = new HashSet<>();
    private final Map<KeyId, Seal> seals = new HashMap<>();

    @Override
    public Optional<StoredKey> find(KeyId id) {
      work.add("look-up");
      remembered.add(id);
      Optional<StoredKey> found = shop.store.credentials().find(id);
      found.ifPresentOrElse(credential -> seals.put(id, credential.key().seal()), () -> seals.remove(id));
      return found;
    }

    @Override
    public Optional<Seal> lastSeal(KeyId id) {
      return Optional.ofNullable(seals.get(id));
    }

    @Override
    public CacheLookup recall(KeyId id) {
      return remembered.contains(id)
          ? new CacheLookup.Hit(shop.store.credentials().find(id))
          : new CacheLookup.Miss();
    }
  }

  private final class CountingSeals implements ForSealingKeys {

    @Override
    public Seal seal(KeySecret secret) {
      return shop.seals.seal(secret);
    }

    @Override
    public boolean matches(KeySecret secret, Optional<Seal> seal) {
      work.add("hmac");
      return shop.seals.matches(secret, seal);
    }

    @Override
    public Set<String> pepperVersions() {
      return shop.seals.pepperVersions();
    }

    @Override
    public String checkValue(String pepperVersion) {
      return shop.seals.checkValue(pepperVersion);
    }
  }

  @Test
  void sixtyFailuresAMinuteAreAnsweredAsFailuresAndAllOthersAsTooMany() {
    for (int i = 0; i < LIMIT; i++) {
      assertThat(check(wrongKey(), GUESSER)).isEqualTo(new Refusal.KeyInvalid());
    }
    assertThat(check(wrongKey(), GUESSER)).isInstanceOf(Refusal.TooManyFailures.class);
    assertThat(check(wrongKey(), NEIGHBOUR)).isEqualTo(new Refusal.KeyInvalid());

    shop.clock.advance(Duration.ofMinutes(1));
    assertThat(check(wrongKey(), GUESSER)).isEqualTo(new Refusal.KeyInvalid());
  }

  @Test
  void beyondThatTheSourceLooksUpFiveKeysASecond() {
    tooManyFailures();
    work.clear();
    for (int i = 0; i < 1_000; i++) {
      assertThat(check(wrongKey(), GUESSER)).isInstanceOf(Refusal.TooManyFailures.class);
    }
    assertThat(work.stream().filter("look-up"::equals)).hasSize(BUDGET);

    shop.clock.advance(Duration.ofSeconds(1));
    work.clear();
    for (int i = 0; i < 1_000; i++) {
      check(wrongKey(), GUESSER);
    }
    assertThat(work.stream().filter("look-up"::equals)).hasSize(BUDGET);
  }

  @Test
  void aValidKeyThatIsNotInMemoryIsFoundWithinTheBudget() {
    tooManyFailures();

    assertThat(check(key.reveal(), GUESSER)).isInstanceOf(Caller.class);
  }

  @Test
  void aValidKeyThatIsNotInMemoryWaitsForTheNextSecondWhereTheBudgetIsSpent() {
    tooManyFailures();
    for (int i = 0; i < BUDGET; i++) {
      check(wrongKey(), GUESSER);
    }

    assertThat(check(key.reveal(), GUESSER)).isInstanceOf(Refusal.TooManyFailures.class);
    assertThat(access.checkAtOnce(Shop.bearer(key.reveal()), Optional.empty(), GUESSER))
        .get().isInstanceOf(Refusal.TooManyFailures.class);
    shop.clock.advance(Duration.ofSeconds(1));
    assertThat(access.checkAtOnce(Shop.bearer(key.reveal()), Optional.empty(), GUESSER)).isEmpty();
    assertThat(check(key.reveal(), GUESSER)).isInstanceOf(Caller.class);
  }

  @Test
  void aValidKeyThatHasToBeReadAnewIsReadBeyondTheBudget() {
    assertThat(check(key.reveal(), GUESSER)).isInstanceOf(Caller.class);
    tooManyFailures();
    for (int i = 0; i < 100; i++) {
      memory.remembered.clear();
      check(wrongKey(), GUESSER);

      assertThat(access.checkAtOnce(Shop.bearer(key.reveal()), Optional.empty(), GUESSER)).isEmpty();
      assertThat(check(key.reveal(), GUESSER)).isInstanceOf(Caller.class);
    }
  }

  @Test
  void aWrongSecretOfAKeyThatHasToBeReadAnewIsReadWithinTheBudgetAlone() {
    check(key.reveal(), GUESSER);
    String wrongSecret = new PlainKey(key.environment(), key.id(), shop.mint.secret()).reveal();
    tooManyFailures();
    work.clear();
    for (int i = 0; i < 100; i++) {
      memory.remembered.clear();
      assertThat(check(wrongSecret, GUESSER)).isInstanceOf(Refusal.TooManyFailures.class);
    }

    assertThat(work.stream().filter("look-up"::equals)).hasSize(BUDGET);
  }

  @Test
  void theKeyOfADeletedKeysHolderIsReadOnceMore() {
    check(key.reveal(), GUESSER);
    shop.keys.delete(shop.scope(), key.id(), OptionalLong.empty());
    tooManyFailures();
    for (int i = 0; i < BUDGET; i++) {
      check(wrongKey(), GUESSER);
    }
    work.clear();
    for (int i = 0; i < 100; i++) {
      memory.remembered.clear();
      assertThat(check(key.reveal(), GUESSER)).isInstanceOf(Refusal.TooManyFailures.class);
    }

    assertThat(work.stream().filter("look-up"::equals)).hasSize(1);
  }

  @Test
  void beyondTheLimitAnUnknownIdAndAWrongSecretTakeTheSameWork() {
    check(key.reveal(), GUESSER);
    String wrongSecret = new PlainKey(key.environment(), key.id(), shop.mint.secret()).reveal();
    tooManyFailures();
    for (int i = 0; i < BUDGET; i++) {
      check(wrongKey(), GUESSER);
    }
    memory.remembered.clear();
    for (String guess : List.of(wrongKey(), wrongSecret)) {
      work.clear();
      assertThat(check(guess, GUESSER)).isInstanceOf(Refusal.TooManyFailures.class);
      assertThat(work).containsExactly("hmac");
    }
  }

  @Test
  void aValidKeyInMemoryWorksWhateverTheSourceDoes() {
    assertThat(check(key.reveal(), GUESSER)).isInstanceOf(Caller.class);
    tooManyFailures();
    for (int i = 0; i < 1_000; i++) {
      check(wrongKey(), GUESSER);
      assertThat(access.checkAtOnce(Shop.bearer(key.reveal()), Optional.empty(), GUESSER))
          .get().isInstanceOf(Caller.class);
    }
  }

  @Test
  void successesInBetweenTakeNoFailureBack() {
    for (int i = 0; i < LIMIT; i++) {
      assertThat(check(key.reveal(), GUESSER)).isInstanceOf(Caller.class);
      assertThat(check(wrongKey(), GUESSER)).isEqualTo(new Refusal.KeyInvalid());
    }

    assertThat(check(wrongKey(), GUESSER)).isInstanceOf(Refusal.TooManyFailures.class);
  }

  @Test
  void wrongKeysAndWrongOperatorTokensAreCountedTogetherAndAValidTokenKeepsWorking() {
    for (int i = 0; i < LIMIT / 2; i++) {
      assertThat(operator("wrong")).isEqualTo(new Refusal.OperatorTokenInvalid());
      assertThat(check(wrongKey(), GUESSER)).isEqualTo(new Refusal.KeyInvalid());
    }

    assertThat(operator("wrong")).isInstanceOf(Refusal.TooManyFailures.class);
    assertThat(check(wrongKey(), GUESSER)).isInstanceOf(Refusal.TooManyFailures.class);
    assertThat(operator(TOKEN)).isInstanceOf(Operator.class);
  }

  @Test
  void whatNeedsNoLookUpIsNoFailureAndIsNeverTooMuch() {
    for (int i = 0; i < 2 * LIMIT; i++) {
      assertThat(check("lk_live_1", GUESSER)).isInstanceOf(Refusal.KeyMalformed.class);
    }
    assertThat(check(wrongKey(), GUESSER)).isEqualTo(new Refusal.KeyInvalid());
    tooManyFailures();
    assertThat(check("lk_live_1", GUESSER)).isInstanceOf(Refusal.KeyMalformed.class);
  }

  @Test
  void theAddressesOfOneIpv6NetworkAreOneSourceAndSoAreAllThatAreUnknown() {
    for (int i = 0; i < LIMIT; i++) {
      check(wrongKey(), AddressRange.address("2001:db8:0:1::" + i));
      check(wrongKey(), Optional.empty());
    }

    assertThat(check(wrongKey(), AddressRange.address("2001:db8:0:1:ffff::1")))
        .isInstanceOf(Refusal.TooManyFailures.class);
    assertThat(check(wrongKey(), AddressRange.address("2001:db8:0:2::1"))).isEqualTo(new Refusal.KeyInvalid());
    assertThat(check(wrongKey(), Optional.empty())).isInstanceOf(Refusal.TooManyFailures.class);
  }

  @Test
  void verifyingCountsForTheAddressThatIsNamedAndNotAtAllWithoutOne() {
    for (int i = 0; i < 2 * LIMIT; i++) {
      assertThat(verify(Optional.empty())).isEqualTo(new Verification.Invalid(new Refusal.KeyInvalid()));
    }
    assertThat(check(wrongKey(), Optional.empty())).isEqualTo(new Refusal.KeyInvalid());
    for (int i = 0; i < LIMIT; i++) {
      assertThat(verify(GUESSER)).isEqualTo(new Verification.Invalid(new Refusal.KeyInvalid()));
    }
    assertThat(verify(GUESSER)).isInstanceOfSatisfying(
        Verification.Invalid.class,
        invalid -> assertThat(invalid.refusal()).isInstanceOf(Refusal.TooManyFailures.class));
    assertThat(check(wrongKey(), GUESSER)).isInstanceOf(Refusal.TooManyFailures.class);
  }

  @Test
  void anUnknownIdAndAWrongSecretTakeTheSameWorkWhetherInMemoryOrNot() {
    String unknown = wrongKey();
    String wrongSecret = new PlainKey(key.environment(), key.id(), shop.mint.secret()).reveal();

    List<String> first = workOf(unknown);
    assertThat(first).containsExactly("look-up", "hmac").isEqualTo(workOf(wrongSecret));
    List<String> second = workOf(unknown);
    assertThat(second).containsExactly("hmac").isEqualTo(workOf(wrongSecret));
  }

  private List<String> workOf(String presented) {
    work.clear();
    assertThat(check(presented, GUESSER)).isEqualTo(new Refusal.KeyInvalid());
    return List.copyOf(work);
  }

  private void tooManyFailures() {
    for (int i = 0; i < LIMIT; i++) {
      check(wrongKey(), GUESSER);
    }
  }

  private String wrongKey() {
    guesses++;
    return new PlainKey(key.environment(), new KeyId(Long.MAX_VALUE - guesses), shop.mint.secret()).reveal();
  }

  private AccessDecision check(String presented, Optional<InetAddress> from) {
    return access.check(Shop.bearer(presented), Optional.empty(), from);
  }

  private OperatorDecision operator(String token) {
    return access.checkOperatorAtOnce(Shop.bearer(token), GUESSER);
  }

  private Verification verify(Optional<InetAddress> from) {
    return access.verify(shop.operator, new PresentedKey(wrongKey()), Optional.empty(), Optional.empty(), from);
  }
}
