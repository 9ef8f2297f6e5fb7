package dev.latchkey.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.format.Environment;
import dev.latchkey.domain.key.format.KeySecret;
import dev.latchkey.domain.key.format.PlainKey;
import java.text.Normalizer;
import java.util.Random;
import java.util.function.IntPredicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.LongRange;

class NamePropertyTest {

  private static final IntPredicate REFUSED = c -> switch (Character.getType(c)) {
    case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> true;
    case Character.FORMAT -> c != 0x200C && c != 0x200D;
    default -> false;
  };

  @Property
  void whateverIsReadIsNormalVisibleAndShort(@ForAll("texts") String text) {
    if (Name.read(text) instanceof Name(String name)) {
      assertThat(Normalizer.isNormalized(name, Normalizer.Form.NFC)).isTrue();
      assertThat(name.codePointCount(0, name.length())).isBetween(1, Name.LONGEST);
      assertThat(name.codePoints().noneMatch(REFUSED)).isTrue();
      assertThat(name.codePoints().filter(Character::isSpaceChar).allMatch(c -> c == ' ')).isTrue();
      assertThat(name).isEqualTo(name.strip()).doesNotContain("  ");
      assertThat(name.codePoints().anyMatch(NamePropertyTest::hasInk)).isTrue();
    }
  }

  @Property
  void nameThatIsReadOnceIsReadAgainAsItIs(@ForAll("texts") String text) {
    if (Name.read(text) instanceof Name name) {
      assertThat(Name.read(name.value())).isEqualTo(name);
      assertThat(name.isTypedAs(text)).isTrue();
    }
    assertThat(Name.normalised(Name.normalised(text))).isEqualTo(Name.normalised(text));
  }

  @Property
  void everyKeyIsRefusedAsAName(
      @ForAll Environment environment, @ForAll @LongRange(min = 1) long id, @ForAll Random random) {
    String key = new PlainKey(environment, new KeyId(id), KeySecret.drawn(random::nextInt)).reveal();

    assertThat(Name.read(key)).isEqualTo(NameFault.API_KEY);
    assertThat(Name.read("Key: " + key)).isEqualTo(NameFault.API_KEY);
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<Integer> fine = Arbitraries.of(0x20, 0x9, 0xA0, 0x2001, 0x61, 0x65, 0x301, 0x323, 0x1F469, 0xFE0F,
        0x1112);
    Arbitrary<Integer> doubtful = Arbitraries.of(
        0x200B, 0x200C, 0x200D, 0x202E, 0x2028, 0xA, 0x3164, 0x2800, 0xFDD0, 0xD83D);
    Arbitrary<Integer> any = Arbitraries.integers().between(0, Character.MAX_CODE_POINT);
    return Arbitraries.frequencyOf(Tuple.of(60, fine), Tuple.of(1, doubtful), Tuple.of(1, any))
        .list().ofMaxSize(110)
        .map(
            points -> points.stream().collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString());
  }

  private static boolean hasInk(int character) {
    return switch (Character.getType(character)) {
      case Character.UNASSIGNED, Character.PRIVATE_USE, Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK,
          Character.ENCLOSING_MARK, Character.SPACE_SEPARATOR, Character.FORMAT ->
        false;
      default -> "\u115F\u1160\u3164\uFFA0\u2800".indexOf(character) < 0;
    };
  }
}
