package dev.latchkey.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameTest {

  private static final String EMOJI = "\ud83d\udd11";
  private static final String KEY = "lk_live_0000000000A_" + "x".repeat(38);

  @ParameterizedTest
  @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, value = {
      " \t Till \u2003|Till",
      "My  key|My key",
      "My\t\u00a0 \u3000key|My key",
      "\u00a0Till\u202f|Till",
      "cafe\u0301|caf\u00e9",
      "\u1112\u1161\u11ab|\ud55c",
      "\u2126|\u03a9",
      "a\u0323\u0302|\u1ead"})
  void nameIsReadInTheNormalisedForm(String typed, String name) {
    assertThat(Name.read(typed)).isEqualTo(new Name(name));
    assertThat(Name.normalised(typed)).isEqualTo(name);
    assertThat(Name.normalised(name)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "TILL",
      "till",
      "caf\u00e9",
      EMOJI,
      "-",
      "\u0661",
      "1",
      "\u2764\ufe0f",
      "\ud83d\udc69\u200d\ud83d\udcbb",
      "\ud83d\ude42\u200d\u2194\ufe0f",
      "\ud83d\udc69\ud83c\udffd\u200d\ud83d\ude80 team",
      "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
      "\u0915\u094d\u200d\u0937",
      "\u2800Till\u3164",
      "\ue000 in private use",
      "\u0378 unassigned",
      "lk_live_0000\u2026a1B2",
      "lk_live_0000000000A_"})
  void visibleTextIsReadAsItIs(String text) {
    assertThat(Name.read(text)).isEqualTo(new Name(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "",
      " ",
      "\t",
      "\u00a0\u3000",
      "\u115f",
      "\u1160",
      "\u3164",
      "\uffa0",
      "\u2800",
      "\u115f\u1160 \u3164\uffa0\u2800",
      "\u0301",
      "\u0903",
      "\u20dd",
      "\ufe0f",
      "\udb40\udd00",
      "\u034f",
      "\u180b",
      "\ue000",
      "\u0378",
      "\ud834\udd59",
      "\ud80d\udc41",
      "\ud80d\udc42"})
  void nameWithoutAVisibleCharacterIsRefused(String text) {
    assertThat(Name.read(text)).isEqualTo(NameFault.INVISIBLE);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "'a\nb'|CONTROL",
      "'a\rb'|CONTROL",
      "a\u0000b|CONTROL",
      "a\u007fb|CONTROL",
      "a\u0085b|CONTROL",
      "'Till\n'|CONTROL",
      "a\u2028b|SEPARATOR",
      "'Till\u2029'|SEPARATOR",
      "a\u202eb|DIRECTION",
      "a\u2066b|DIRECTION",
      "a\u2069b|DIRECTION",
      "a\u202ab|DIRECTION",
      "a\u200eb|DIRECTION",
      "a\u200fb|DIRECTION",
      "a\u061cb|DIRECTION",
      "\u200b|FORMAT",
      "a\u200bb|FORMAT",
      "a\u00adb|FORMAT",
      "a\u2060b|FORMAT",
      "\ufeffTill|FORMAT",
      "a\u206ab|FORMAT",
      "a\u180eb|FORMAT",
      "a\ufff9b|FORMAT",
      "a\udb40\udc67b|FORMAT",
      "a\ud834\udd73b|FORMAT",
      "\u200dTill|JOINER",
      "Till\u200d|JOINER",
      "Till\u200c|JOINER",
      "\u200c|JOINER",
      "a\u200d b|JOINER",
      "a \u200db|JOINER",
      "a\u200d\u200db|JOINER",
      "a\u200c\u200db|JOINER",
      "a\u200d.b|JOINER",
      "a\ufdd0b|NOT_TEXT",
      "a\uffffb|NOT_TEXT",
      "a\ud83d|NOT_TEXT",
      "\udd11a|NOT_TEXT",
      "a\udbff\udffeb|NOT_TEXT"})
  void characterThatCannotBeSeenOrTypedIsRefusedUnderItsOwnFault(String text, NameFault fault) {
    assertThat(Name.read(text)).isEqualTo(fault);
  }

  @Test
  void hundredCharactersFitAndOneMoreDoesNotHoweverManyBytesTheyTake() {
    for (String character : new String[]{EMOJI, "x", "a\u0323\u0302", "\u1112\u1161\u11ab", "\ud834\udd5e"}) {
      assertThat(Name.read(character.repeat(100 / length(character)))).isInstanceOf(Name.class);
      assertThat(Name.read(character.repeat(101))).isEqualTo(NameFault.TOO_LONG);
    }
    assertThat(Name.read("  " + "x  ".repeat(50))).isInstanceOf(Name.class);
  }

  private static int length(String character) {
    String normal = Name.normalised(character);
    return normal.codePointCount(0, normal.length());
  }

  @Test
  void longTextIsRefusedWithoutBeingNormalised() {
    String marks = "a" + "\u0301\u0323".repeat(500_000);

    Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
      assertThat(Name.read(marks)).isEqualTo(NameFault.TOO_LONG);
      assertThat(Name.normalised(marks)).isEqualTo(marks);
      assertThat(new Name("Till").isTypedAs(marks)).isFalse();
    });
  }

  @Test
  void textOfEightHundredUnitsIsStillNormalisedAndLongerTextIsNot() {
    String decomposed = "e\u0301".repeat(400);
    String key = KEY + "-".repeat(800 - KEY.length());

    assertThat(Name.normalised(decomposed)).isEqualTo("\u00e9".repeat(400));
    assertThat(Name.normalised(decomposed + "e")).isEqualTo(decomposed + "e");
    assertThat(Name.read(key)).isEqualTo(NameFault.API_KEY);
    assertThat(Name.read(key + "-")).isEqualTo(NameFault.TOO_LONG);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "old %s", "%s (CRM)", "x%sy"})
  void keyIsRefusedAsANameAndInsideOfOne(String pattern) {
    for (String environment : new String[]{"live", "staging", "dev"}) {
      assertThat(Name.read(pattern.formatted(KEY.replace("live", environment)))).isEqualTo(NameFault.API_KEY);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\u00a0", "\u2003", "\u202f", "\u3000", "\t", "  ", "\n", "\u2800", "\u3164", "\ufe0f",
      "\u200b"})
  void keyThatIsBrokenBySpacesOrBlanksIsRefusedAsAName(String space) {
    for (int place : new int[]{1, 3, 8, 12, 20, 21, 40, KEY.length() - 1}) {
      String broken = KEY.substring(0, place) + space + KEY.substring(place);
      assertThat(Name.read(broken)).as("at %d", place).isEqualTo(NameFault.API_KEY);
      assertThat(Name.read("old " + broken + " key")).as("at %d", place).isEqualTo(NameFault.API_KEY);
    }
    assertThat(Name.read(String.join(space, KEY.split("(?<=_)")))).isEqualTo(NameFault.API_KEY);
  }

  @Test
  void storedNameIsReadWhateverRuleItWasStoredUnder() {
    for (String stored : new String[]{"\u200b", "My  key", "a\u202eb", "", KEY}) {
      assertThat(new Name(stored).value()).isEqualTo(stored);
    }
  }

  @Test
  void nameThatAChangeKeepsIsNotJudgedAnew() {
    for (String stored : new String[]{"\u200b", "My  key", "a\u202eb", KEY}) {
      assertThat(Name.read(stored, new Name(stored))).isEqualTo(new Name(stored));
    }
    assertThat(Name.read("a\u202eb", new Name("ab"))).isEqualTo(NameFault.DIRECTION);
    assertThat(Name.read("My  key", new Name("Mine"))).isEqualTo(new Name("My key"));
  }

  @Test
  void typedNameIsComparedInTheNormalisedForm() {
    assertThat(new Name("My  key").isTypedAs(" My key")).isTrue();
    assertThat(new Name("My key").isTypedAs("My\u00a0 key ")).isTrue();
    assertThat(new Name("caf\u00e9").isTypedAs("cafe\u0301")).isTrue();
    assertThat(new Name("cafe\u0301").isTypedAs("caf\u00e9")).isTrue();
    assertThat(new Name("My key").isTypedAs("my key")).isFalse();
    assertThat(new Name("My key").isTypedAs("Mykey")).isFalse();
    assertThat(new Name(" My  key").normalised()).isEqualTo("My key");
    assertThat(new Name("My key").normalised()).isEqualTo("My key");
  }

  @Test
  void eachFaultHasATextOfItsOwnUnderOneCode() {
    Stream<Violation> faults = Arrays.stream(NameFault.values()).map(NameFault::fault);
    Set<String> texts = Arrays.stream(NameFault.values()).map(fault -> fault.fault().message())
        .collect(Collectors.toSet());

    assertThat(faults).allMatch(fault -> fault.field().equals("name") && fault.code().equals("invalid_name"));
    assertThat(texts).hasSameSizeAs(NameFault.values());
  }

  @Test
  void nameIsShownAsItIs() {
    assertThat(new Name("Till")).hasToString("Till");
  }
}
