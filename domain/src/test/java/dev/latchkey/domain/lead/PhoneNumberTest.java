package dev.latchkey.domain.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

  @ParameterizedTest
  @ValueSource(strings = {"+1234567", "+14155550123", "+123456789012345"})
  void aNumberInE164IsReadAsItIs(String text) {
    assertThat(PhoneNumber.of(text)).contains(new PhoneNumber(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "",
      "+",
      "14155550123",
      "+04155550123",
      "+123456",
      "+1234567890123456",
      "+1 415 555 0123",
      "+1415555012a",
      "+1415555012\n",
      " +14155550123",
      "++14155550123",
      "+\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668"})
  void anythingElseIsNoNumber(String text) {
    assertThat(PhoneNumber.of(text)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new PhoneNumber(text));
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
