package dev.latchkey.domain.key.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.id.KeyId;
import java.util.OptionalLong;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;

class KeyFormatPropertyTest {

  @Property
  void everyKeyReadsAsItWasWritten(
      @ForAll Environment environment,
      @ForAll @LongRange(min = 1) long id,
      @ForAll Random random) {
    KeySecret secret = KeySecret.drawn(random::nextInt);
    String text = new PlainKey(environment, new KeyId(id), secret).reveal();

    assertThat(KeyFormat.read(new PresentedKey(text)))
        .isInstanceOfSatisfying(KeyReading.WellFormed.class, wellFormed -> {
          assertThat(wellFormed.key().environment()).isEqualTo(environment);
          assertThat(wellFormed.key().id().value()).isEqualTo(id);
          assertThat(wellFormed.key().secret().text()).isEqualTo(secret.text());
          assertThat(wellFormed.key().reveal()).isEqualTo(text);
        });
  }

  @Property
  void aKeyWithOneCharacterChangedIsRefused(
      @ForAll Environment environment,
      @ForAll @LongRange(min = 1) long id,
      @ForAll Random random,
      @ForAll @IntRange(max = 70) int place,
      @ForAll @CharRange(from = ' ', to = '~') char other) {
    String key = key(environment, id, random);
    int at = place % key.length();
    if (key.charAt(at) != other) {
      assertRefused(key.substring(0, at) + other + key.substring(at + 1));
    }
  }

  @Property
  void aKeyWithAnyCharacterChangedToAnyOtherOfTheAlphabetIsRefused(
      @ForAll Environment environment, @ForAll @LongRange(min = 1) long id, @ForAll Random random) {
    String key = key(environment, id, random);
    for (int at = 0; at < key.length(); at++) {
      char other = Base62.ALPHABET.charAt(random.nextInt(Base62.ALPHABET.length()));
      if (key.charAt(at) != other) {
        assertRefused(key.substring(0, at) + other + key.substring(at + 1));
      }
    }
  }

  @Property
  void aKeyWithOneCharacterAddedAnywhereIsRefused(
      @ForAll Environment environment,
      @ForAll @LongRange(min = 1) long id,
      @ForAll Random random,
      @ForAll @CharRange(from = ' ', to = '~') char added) {
    String key = key(environment, id, random);
    for (int at = 0; at <= key.length(); at++) {
      assertRefused(key.substring(0, at) + added + key.substring(at));
    }
  }

  @Property
  void aKeyWithOneCharacterMissingIsRefused(
      @ForAll Environment environment, @ForAll @LongRange(min = 1) long id, @ForAll Random random) {
    String key = key(environment, id, random);
    for (int at = 0; at < key.length(); at++) {
      assertRefused(key.substring(0, at) + key.substring(at + 1));
    }
  }

  @Property
  void aKeyWithTwoNeighboursSwappedIsRefused(
      @ForAll Environment environment, @ForAll @LongRange(min = 1) long id, @ForAll Random random) {
    String key = key(environment, id, random);
    for (int at = 0; at + 1 < key.length(); at++) {
      if (key.charAt(at) != key.charAt(at + 1)) {
        assertRefused(key.substring(0, at) + key.charAt(at + 1) + key.charAt(at) + key.substring(at + 2));
      }
    }
  }

  @Property
  void anyTextAtAllReadsAsSomething(@ForAll String text) {
    assertRefused(text);
    assertRefused("lk_live_" + text);
  }

  @Property
  void theMaskTellsNothingOfTheSecret(@ForAll @LongRange(min = 1) long id, @ForAll Random random) {
    PlainKey key = new PlainKey(Environment.LIVE, new KeyId(id), KeySecret.drawn(random::nextInt));
    String text = key.reveal();

    assertThat(key.mask().value())
        .matches("lk_live_[0-9A-Za-z]{4}\u2026[0-9A-Za-z]{4}")
        .isEqualTo(text.substring(0, 12) + "\u2026" + text.substring(text.length() - 4));
  }

  @Property
  void everyPositiveNumberReadsAsItWasWritten(@ForAll @LongRange(min = 0) long number) {
    assertThat(Base62.decode(Base62.encode(number, 11), 0, 11)).isEqualTo(OptionalLong.of(number));
  }

  @Property
  void numbersInBase62SortLikeTheNumbers(
      @ForAll @LongRange(min = 0) long one, @ForAll @LongRange(min = 0) long other) {
    assertThat(Integer.signum(Base62.encode(one, 11).compareTo(Base62.encode(other, 11))))
        .isEqualTo(Long.compare(one, other));
  }

  @Property
  void onlyDigitsOfBase62AreDigits(@ForAll @StringLength(1) String text) {
    assertThat(Base62.isDigit(text.charAt(0))).isEqualTo(Base62.ALPHABET.contains(text));
  }

  private static String key(Environment environment, long id, Random random) {
    return new PlainKey(environment, new KeyId(id), KeySecret.drawn(random::nextInt)).reveal();
  }

  private static void assertRefused(String text) {
    assertThat(KeyFormat.read(new PresentedKey(text))).isInstanceOf(KeyReading.Malformed.class);
  }
}
