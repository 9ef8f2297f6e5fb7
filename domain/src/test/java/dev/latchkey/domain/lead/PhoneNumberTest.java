package dev.latchkey.domain.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

  /** One country code, +1, and 0 as its prefix for calls within the country. */
  private static final NumberingPlans PLANS = number -> {
    if (!number.startsWith("+1")) {
      return Optional.of(PhoneFault.UNKNOWN_COUNTRY_CODE);
    }
    return number.startsWith("+10") ? Optional.of(PhoneFault.DOMESTIC_PREFIX) : Optional.empty();
  };

  @ParameterizedTest
  @ValueSource(strings = {"+1234567", "+14155550123", "+123456789012345"})
  void aNumberInE164IsReadAsItIs(String text) {
    assertThat(PhoneNumber.read(text, PLANS)).isEqualTo(new PhoneNumber(text));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, value = {
      "''|EMPTY",
      "14155550123|MISSING_PLUS",
      "4155550123|MISSING_PLUS",
      "0049151123456|DIALLING_PREFIX",
      "00|DIALLING_PREFIX",
      "+1 415 555 0123|SPACES",
      "'+14155550123 '|SPACES",
      "' +14155550123'|SPACES",
      "+1415\u00A05550123|SPACES",
      "+1415\t5550123|TAB",
      "'\t+14155550123'|TAB",
      "'+14155550123\n'|LINE_BREAK",
      "'+14155550123\r\n'|LINE_BREAK",
      "+1415\u20285550123|LINE_BREAK",
      "\u200B+14155550123|INVISIBLE_CHARACTER",
      "+14155550123\u200E|INVISIBLE_CHARACTER",
      "+1415\u00AD5550123|INVISIBLE_CHARACTER",
      "\uFEFF+14155550123|INVISIBLE_CHARACTER",
      "\u202A+14155550123\u202C|INVISIBLE_CHARACTER",
      "+14155550123\u0000|INVISIBLE_CHARACTER",
      "+14155550123\u3164|INVISIBLE_CHARACTER",
      "+14155550123\u2800|INVISIBLE_CHARACTER",
      "+1415555012\u0301|INVISIBLE_CHARACTER",
      "+1\uFE0F14155550123|INVISIBLE_CHARACTER",
      "+14155550123 ext. 5|EXTENSION",
      "+14155550123x5|EXTENSION",
      "+14155550123;ext=5|EXTENSION",
      "+14155550123 Extension 55|EXTENSION",
      "+14155550123#5|EXTENSION",
      "+14155550123,,5|EXTENSION",
      "+1415555012a|LETTERS",
      "+1-800-FLOWERS|LETTERS",
      "tel:+14155550123|LETTERS",
      "+1-415-555-0123|PUNCTUATION",
      "+1(415)5550123|PUNCTUATION",
      "+1.415.555.0123|PUNCTUATION",
      "\uFF0B14155550123|FOREIGN_PLUS",
      "\u207A14155550123|FOREIGN_PLUS",
      "\uFE6214155550123|FOREIGN_PLUS",
      "-14155550123|PUNCTUATION",
      "+\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668|FOREIGN_DIGITS",
      "+1415555012\uFF13|FOREIGN_DIGITS",
      "++14155550123|SEVERAL_PLUS_SIGNS",
      "1+4155550123|SEVERAL_PLUS_SIGNS",
      "+|TOO_SHORT",
      "+123456|TOO_SHORT",
      "+1234567890123456|TOO_LONG",
      "+04155550123|UNKNOWN_COUNTRY_CODE",
      "+9994155550123|UNKNOWN_COUNTRY_CODE",
      "+104155550123|DOMESTIC_PREFIX"})
  void anythingElseIsNoNumberAndTheFaultThatIsThereIsNamed(String text, PhoneFault fault) {
    assertThat(PhoneNumber.read(text, PLANS)).isEqualTo(fault);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "+", "14155550123", "+04155550123", "+123456", "+1234567890123456", "+1415555012a"})
  void aTextThatIsNoNumberBecomesNone(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new PhoneNumber(text));
  }

  @Test
  void aTextOfMoreThanAHundredCharactersIsTooLong() {
    assertThat(PhoneNumber.read("1".repeat(100), PLANS)).isEqualTo(PhoneFault.MISSING_PLUS);
    assertThat(PhoneNumber.read("1".repeat(101), PLANS)).isEqualTo(PhoneFault.TOO_LONG);
    assertThat(PhoneNumber.read("1 x".repeat(1_000_000), PLANS)).isEqualTo(PhoneFault.TOO_LONG);
  }

  @Test
  void everyFaultHasASentenceOfItsOwnThatSaysWhatToDo() {
    assertThat(PhoneFault.values()).extracting(PhoneFault::message)
        .doesNotHaveDuplicates()
        .allSatisfy(message -> assertThat(message).matches("[A-Z].+\\. [A-Z].+\\."));
  }

  @Test
  void numbersOfOneValueAreOneCustomValueHoweverTheyWereWritten() {
    assertThat(number("1.0")).isEqualTo(number("1")).isNotEqualTo(number("1.01"));
    assertThat(number("100")).isEqualTo(number("1E2"));
    assertThat(new CustomValue.Text("1")).isNotEqualTo(number("1"));
    assertThat(details(number("1.0"))).isEqualTo(details(number("1")));
  }

  private static CustomValue number(String digits) {
    return new CustomValue.Numeric(new BigDecimal(digits));
  }

  private static LeadDetails details(CustomValue value) {
    return new LeadDetails(Optional.empty(), Optional.empty(), Optional.empty(), Map.of("n", value));
  }
}
