package dev.latchkey.domain.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.latchkey.domain.Fault;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeadDetailsTest {

  @ParameterizedTest
  @CsvSource({"a, 1", "\u00e9, 2", "\u20ac, 3", "\ud83d\udd11, 4"})
  void customFieldsMayTakeSixteenKibibytesOfUtf8AndNotOneMore(String character, int bytes) {
    String rest = "x".repeat(16_384 % bytes);
    String value = character.repeat(16_384 / bytes - 1) + rest;

    assertThat(with(Map.of(character, new CustomValue.Text(value))).faults()).isEmpty();
    assertThat(with(Map.of(character, new CustomValue.Text(value + "x"))).faults())
        .extracting(Fault::field, Fault::code)
        .containsExactly(tuple("custom_fields", "too_large"));
  }

  @Test
  void theNamesOfCustomFieldsCountAsTheirValuesDo() {
    String name = "n".repeat(16_384);

    assertThat(with(Map.of(name, new CustomValue.Text(""))).faults()).isEmpty();
    assertThat(with(Map.of(name + "n", new CustomValue.Text(""))).faults()).hasSize(1);
  }

  @Test
  void allCustomFieldsCountTogetherWithNumbersAndFlagsAsTheyAreRead() {
    CustomValue number = new CustomValue.Numeric(new BigDecimal("12.50"));
    String most = "x".repeat(16_384 - "t".length() - "n12.5".length() - "ftrue".length());

    assertThat(with(fields(number, most)).faults()).isEmpty();
    assertThat(with(fields(number, most + "x")).faults()).hasSize(1);
  }

  @Test
  void whatElseIsKnownOfALeadDoesNotCount() {
    Optional<String> endless = Optional.of("x".repeat(20_000));

    assertThat(new LeadDetails(endless, endless, endless, Map.of()).faults()).isEmpty();
  }

  @Test
  void aValueReadsAsTextAsItWasSent() {
    assertThat(new CustomValue.Text(" gold ").text()).isEqualTo(" gold ");
    assertThat(new CustomValue.Numeric(new BigDecimal("12.50")).text()).isEqualTo("12.5");
    assertThat(new CustomValue.Flag(false).text()).isEqualTo("false");
  }

  private static Map<String, CustomValue> fields(CustomValue number, String text) {
    return Map.of("t", new CustomValue.Text(text), "n", number, "f", new CustomValue.Flag(true));
  }

  private static LeadDetails with(Map<String, CustomValue> customFields) {
    return new LeadDetails(Optional.empty(), Optional.empty(), Optional.empty(), customFields);
  }
}
