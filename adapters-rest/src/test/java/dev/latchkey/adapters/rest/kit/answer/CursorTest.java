package dev.latchkey.adapters.rest.kit.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.id.PublicId;
import dev.latchkey.domain.id.TenantId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The literal value was computed by another program: clients keep it. */
class CursorTest {

  private static final long NUMBER = 1234567890123456789L;

  @Test
  void aCursorIsWrittenAndReadAsItEverWas() {
    assertThat(new Cursor(NUMBER).text()).isEqualTo("YmVmb3JlOjEyMzQ1Njc4OTAxMjM0NTY3ODk");
    assertThat(Cursor.of("YmVmb3JlOjEyMzQ1Njc4OTAxMjM0NTY3ODk")).contains(new Cursor(NUMBER));
  }

  @Test
  void aCursorIsTakenBackAndNothingElseIsOne() {
    String text = new Cursor(42).text();
    assertThat(Cursor.of(text)).contains(new Cursor(42));
    assertThat(Cursor.of("before:42")).isEmpty();
    assertThat(Cursor.of(PublicId.of(new TenantId(42)))).isEmpty();
    assertThat(PublicId.tenant(text)).isEmpty();
  }

  /** before:9223372036854775808, before:0, before:042 and Before:42. */
  @ParameterizedTest
  @ValueSource(strings = {"YmVmb3JlOjkyMjMzNzIwMzY4NTQ3NzU4MDg", "YmVmb3JlOjA", "YmVmb3JlOjA0Mg", "QmVmb3JlOjQy"})
  void aNumberOutOfRangeOrInAnotherSpellingIsNoCursor(String text) {
    assertThat(Cursor.of(text)).isEmpty();
  }
}
