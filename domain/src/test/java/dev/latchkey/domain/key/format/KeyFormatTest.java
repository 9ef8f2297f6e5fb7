package dev.latchkey.domain.key.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.id.KeyId;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFormatTest {

  private static final KeySecret SECRET = new KeySecret("0123456789ABCDEFGHIJKLMNOPQRSTUV");
  private static final String KEY = "lk_live_00000000001_0123456789ABCDEFGHIJKLMNOPQRSTUV0XJwcs";

  @ParameterizedTest
  @CsvSource({
      "LIVE, 1, lk_live_00000000001_0123456789ABCDEFGHIJKLMNOPQRSTUV0XJwcs",
      "STAGING, 9223372036854775807, lk_staging_AzL8n0Y58m7_0123456789ABCDEFGHIJKLMNOPQRSTUV3wDsXj",
      "DEV, 1234567890123456789, lk_dev_1TCKi1nFuNh_0123456789ABCDEFGHIJKLMNOPQRSTUV000q8B"})
  void theFormatStaysWhatHoldersHaveInTheirFiles(Environment environment, long id, String text) {
    PlainKey key = new PlainKey(environment, new KeyId(id), SECRET);

    assertThat(key.reveal()).isEqualTo(text);
    assertThat(KeyFormat.read(new PresentedKey(text)))
        .isInstanceOfSatisfying(KeyReading.WellFormed.class, wellFormed -> {
          assertThat(wellFormed.key().environment()).isEqualTo(environment);
          assertThat(wellFormed.key().id()).isEqualTo(new KeyId(id));
          assertThat(wellFormed.key().secret().text()).isEqualTo(SECRET.text());
        });
  }

  @Test
  void theMaskShowsFourCharactersOfTheHandleAndTheLastFour() {
    MaskedKey mask = new PlainKey(Environment.STAGING, new KeyId(Long.MAX_VALUE), SECRET).mask();

    assertThat(mask.value()).matches("lk_staging_[0-9A-Za-z]{4}\u2026[0-9A-Za-z]{4}");
    assertThat(mask.value()).isEqualTo("lk_staging_AzL8\u2026DsXj");
    assertThat(mask).hasToString(mask.value());
  }

  @Test
  void theHandleIsTheIdAsItStandsInTheKey() {
    assertThat(KEY).contains("_" + KeyFormat.handle(new KeyId(1)) + "_");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "l", "lk_", "lk_li", "lk_live", "lk_live_", "lk_staging_", "lk_dev_1"})
  void aKeyOfWhichOnlyTheBeginningCameIsCutShort(String text) {
    assertFault(text, KeyFault.CUT_SHORT);
  }

  @Test
  void aKeyCutShortAnywhereIsCutShort() {
    for (int end = 0; end < KEY.length(); end++) {
      assertFault(KEY.substring(0, end), KeyFault.CUT_SHORT);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sk_live_1", "LK_LIVE_1", "lk_prod_1", "lk-live-1", " lk_live_1", "Bearer lk_live_1", "?"})
  void whatDoesNotStartLikeAKeyHasTheWrongPrefix(String text) {
    assertFault(text, KeyFault.PREFIX);
  }

  @Test
  void whatGoesOnBehindItsEndIsTooLong() {
    assertFault(KEY + "0", KeyFault.TOO_LONG);
    assertFault(KEY + KEY.substring("lk_live_".length()), KeyFault.TOO_LONG);
    assertFault(KEY + "0".repeat(1_000_000), KeyFault.TOO_LONG);
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "-", "\u00e9", "\uff11", "\ud83d\udd11", "\n", "=", "/"})
  void aCharacterThatNoKeyHasIsAFaultOfItsOwn(String odd) {
    assertFault(KEY.substring(0, 30) + odd + KEY.substring(31), KeyFault.CHARACTER);
    assertFault(KEY + odd, KeyFault.CHARACTER);
  }

  @Test
  void aSeparatorWhereNoKeyHasOneIsAWrongCharacter() {
    assertFault(KEY.substring(0, 30) + "_" + KEY.substring(31), KeyFault.CHARACTER);
    assertFault(KEY.substring(0, 19) + "0" + KEY.substring(20), KeyFault.CHARACTER);
    assertFault(KEY.substring(0, 10) + "_" + KEY.substring(11), KeyFault.CHARACTER);
  }

  @Test
  void aMistypedKeyHasTheWrongChecksum() {
    assertFault(KEY.replace("ABC", "ACB"), KeyFault.CHECKSUM);
    assertFault(KEY.toLowerCase(Locale.ROOT), KeyFault.CHECKSUM);
  }

  @Test
  void theEnvironmentIsPartOfWhatTheChecksumCovers() {
    assertFault(KEY.replace("lk_live_", "lk_dev_"), KeyFault.CHECKSUM);
  }

  @ParameterizedTest
  @ValueSource(strings = {"00000000000", "AzL8n0Y58m8", "zzzzzzzzzzz"})
  void anIdThatNoKeyCanHaveIsRefusedThoughTheChecksumFits(String id) {
    String unchecked = "lk_live_" + id + "_" + SECRET.text();
    CRC32 crc = new CRC32();
    crc.update(unchecked.getBytes(StandardCharsets.US_ASCII));

    assertFault(unchecked + Base62.encode(crc.getValue(), 6), KeyFault.CHECKSUM);
  }

  @Test
  void aChecksumOfZeroIsWrittenAsZeros() {
    assertThat(Base62.encode(0, 6)).isEqualTo("000000");
  }

  @Test
  void aPresentedKeyHasTheDigestOfItsText() {
    assertThat(new PresentedKey("a").digest()).isEqualTo(new PresentedKey("a").digest()).hasSize(32);
    assertThat(new PresentedKey("a").digest()).isNotEqualTo(new PresentedKey("b").digest());
  }

  private static void assertFault(String text, KeyFault fault) {
    assertThat(KeyFormat.read(new PresentedKey(text))).isEqualTo(new KeyReading.Malformed(fault));
  }
}
