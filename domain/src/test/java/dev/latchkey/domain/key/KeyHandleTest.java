package dev.latchkey.domain.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.format.KeyFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyHandleTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 9, 10, 35, 36, 61, 62, 456, 1_234_567_890_123_456_789L, Long.MAX_VALUE})
  void aHandleIsReadBack(long id) {
    assertThat(KeyFormat.idOf(KeyFormat.handle(new KeyId(id)))).hasValue(new KeyId(id));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "00000000000", "000000000001", "zzzzzzzzzzz", "0000000000-", "0000000000 ",
      "0000000000{", "0000000000:",
      "-0000000001"})
  void textThatIsNoHandleNamesNoKey(String text) {
    assertThat(KeyFormat.idOf(text)).isEmpty();
  }
}
