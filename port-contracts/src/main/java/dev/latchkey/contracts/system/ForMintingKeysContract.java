package dev.latchkey.contracts.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.port.out.ForMintingKeys;
import dev.latchkey.contracts.support.NeverNull;
import dev.latchkey.contracts.support.Promise;
import dev.latchkey.contracts.support.Race;
import dev.latchkey.contracts.support.Untested;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The promises of {@code ForMintingKeys}. */
@Untested(of = ForMintingKeys.class, says = "Unguessable secrets from a cryptographically strong "
    + "source.", because = "The quality of the source is not visible in its output; uniqueness and even distribution "
        + "are tested.")
@ExtendWith(NeverNull.class)
public interface ForMintingKeysContract {

  int MANY = 100_000;

  ForMintingKeys mint();

  @Test
  @Promise(of = ForMintingKeys.class, says = "Unguessable secrets from a cryptographically strong source.")
  default void noSecretIsMintedTwice() {
    ForMintingKeys mint = mint();
    Set<String> secrets = new HashSet<>();
    for (int i = 0; i < MANY; i++) {
      secrets.add(new String(mint.secret().reveal(), StandardCharsets.US_ASCII));
    }

    assertThat(secrets).hasSize(MANY);
  }

  @Test
  @Promise(of = ForMintingKeys.class, says = "Returns a new secret in which every base62 digit is equally likely at "
      + "every position.")
  default void everyDigitIsEquallyLikelyInEveryPlace() {
    ForMintingKeys mint = mint();
    int places = mint.secret().reveal().length;
    int[][] counts = new int[places][128];
    for (int i = 0; i < MANY; i++) {
      byte[] secret = mint.secret().reveal();
      for (int place = 0; place < places; place++) {
        counts[place][secret[place]]++;
      }
    }

    int digits = 62;
    double expected = (double) MANY / digits;
    for (int[] place : counts) {
      double chiSquare = IntStream.of(place)
          .filter(count -> count > 0)
          .mapToDouble(count -> (count - expected) * (count - expected) / expected)
          .sum();
      assertThat(IntStream.of(place).filter(count -> count > 0)).hasSize(digits);
      // With 61 degrees of freedom, an unbiased source exceeds this at one of ten billion positions.
      assertThat(chiSquare).isLessThan(160);
    }
  }

  @Test
  @Promise(of = ForMintingKeys.class, says = "Unguessable secrets from a cryptographically strong source.")
  default void noSessionTokenIsMintedTwice() {
    ForMintingKeys mint = mint();
    Set<String> tokens = new HashSet<>();
    for (int i = 0; i < MANY; i++) {
      tokens.add(mint.sessionToken().reveal());
    }

    assertThat(tokens).hasSize(MANY);
  }

  @Test
  @Promise(of = ForMintingKeys.class, says = "Returns a new session token of at least 128 bits.")
  default void aSessionTokenVariesByAtLeast128Bits() {
    ForMintingKeys mint = mint();
    List<String> tokens = IntStream.range(0, MANY).mapToObj(_ -> mint.sessionToken().reveal()).toList();
    double bits = 0;
    for (int place = 0; place < tokens.getFirst().length(); place++) {
      Map<Character, Integer> counts = new HashMap<>();
      for (String token : tokens) {
        counts.merge(token.charAt(place), 1, Integer::sum);
      }
      for (int count : counts.values()) {
        double share = (double) count / MANY;
        bits -= share * Math.log(share) / Math.log(2);
      }
    }

    // The measured entropy is below the real one by some thousandths of a bit per position.
    assertThat(bits).isGreaterThan(127.5);
  }

  @Test
  @Promise(of = ForMintingKeys.class, says = "Concurrent callers get different secrets.")
  default void secretsMintedAtOnceDiffer() throws Exception {
    ForMintingKeys mint = mint();
    int each = 1_000;

    List<List<String>> minted = Race.of(
        _ -> () -> IntStream.range(0, each)
            .mapToObj(_ -> new String(mint.secret().reveal(), StandardCharsets.US_ASCII))
            .toList());

    assertThat(minted.stream().flatMap(List::stream).distinct()).hasSize(Race.CONTESTANTS * each);
  }
}
