package dev.latchkey.domain.lead;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.Violation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeadDetailsTest {

  /** The bytes that each takes as JSON in UTF-8, escaped only where JSON demands it. */
  @ParameterizedTest
  @CsvSource({
      "a, 1",
      "\u007f, 1",
      "\u0080, 2",
      "\u00e9, 2",
      "\u07ff, 2",
      "\u0800, 3",
      "\u20ac, 3",
      "\u2028, 3",
      "\uffff, 3",
      "\ud83d\udd11, 4",
      "/, 1",
      "\", 2",
      "\\, 2",
      "'\n', 2",
      "'\t', 2",
      "'\r', 2",
      "'\b', 2",
      "'\f', 2",
      "'\u0000', 6",
      "'\u001f', 6",
      "' ', 1"})
  void customFieldsMayTakeSixteenKibibytesOfJsonAndNotOneMore(String character, int bytes) {
    int room = 16_384 - "{'':''}".length() - bytes;
    String value = character.repeat(room / bytes) + "x".repeat(room % bytes);

    assertThat(with(Map.of(character, new CustomValue.Text(value))).faults()).isEmpty();
    assertThat(with(Map.of(character, new CustomValue.Text(value + "x"))).faults())
        .containsExactly(new Violation("custom_fields", "too_large",
            "Must have at most 16384 bytes of JSON. Shorten or remove some."));
  }

  @Test
  void aFieldOf1365EmojiIsSmallEnough() {
    assertThat(with(Map.of("k", new CustomValue.Text("\ud83d\ude00".repeat(1365)))).faults()).isEmpty();
  }

  @Test
  void theNamesOfCustomFieldsCountAsTheirValuesDo() {
    String name = "n".repeat(16_384 - "{'':''}".length());

    assertThat(with(Map.of(name, new CustomValue.Text(""))).faults()).isEmpty();
    assertThat(with(Map.of(name + "n", new CustomValue.Text(""))).faults()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"12.50, 12.5", "100, 100", "1E+5, 100000", "0.10, 0.1", "1E-9, 1E-9", "0, 0"})
  void allCustomFieldsCountTogetherWithNumbersAndFlagsAsTheyAreReadBack(BigDecimal number, String written) {
    String rest = "{'t':'','n':" + written + ",'f':true,'g':false}";
    String most = "x".repeat(16_384 - rest.length());

    assertThat(with(fields(new CustomValue.Numeric(number), most)).faults()).isEmpty();
    assertThat(with(fields(new CustomValue.Numeric(number), most + "x")).faults()).hasSize(1);
  }

  @Test
  void anAddressIsSearchedInLowerCase() {
    LeadDetails details = new LeadDetails(
        Optional.empty(), Optional.empty(), Optional.of("\u00c4da@Shop.Example"), Map.of());

    assertThat(details.searchedEmail()).contains("\u00e4da@shop.example");
    assertThat(with(Map.of()).searchedEmail()).isEmpty();
  }

  @Test
  void whatElseIsKnownOfALeadDoesNotCount() {
    Optional<String> name = Optional.of("x".repeat(100));
    Optional<String> endless = Optional.of("x".repeat(20_000));
    Map<String, CustomValue> largest = Map.of("n", new CustomValue.Text("x".repeat(16_384 - "{'n':''}".length())));

    assertThat(new LeadDetails(name, name, endless, largest).faults()).isEmpty();
  }

  @Test
  void namesHaveAtMostOneHundredCharacters() {
    Optional<String> longest = Optional.of("\ud83d\ude00".repeat(100));
    Optional<String> longer = Optional.of("\ud83d\ude00".repeat(101));

    assertThat(new LeadDetails(longest, longest, Optional.empty(), Map.of()).faults()).isEmpty();
    assertThat(new LeadDetails(longer, longer, Optional.empty(), Map.of()).faults()).containsExactly(
        new Violation("first_name", "too_long", "Must have at most 100 characters."),
        new Violation("last_name", "too_long", "Must have at most 100 characters."));
  }

  @Test
  void aNumberHasAtMost34DigitsAndAnExponentUpTo100() {
    for (String within : List.of("1234567890123456789012345678901234", "-1e100", "1e-100", "0", "12.50")) {
      assertThat(CustomValue.number(new BigDecimal(within))).as(within)
          .contains(new CustomValue.Numeric(new BigDecimal(within)));
    }
    for (String beyond : List.of(
        "12345678901234567890123456789012345", "1.0000000000000000000000000000000000", "1e101", "1e-101",
        "1e-2147483647", "1e2147483647")) {
      assertThat(CustomValue.number(new BigDecimal(beyond))).as(beyond).isEmpty();
    }
  }

  @Test
  void aValueReadsAsTextAsItWasSent() {
    assertThat(new CustomValue.Text(" gold ").text()).isEqualTo(" gold ");
    assertThat(new CustomValue.Numeric(new BigDecimal("12.50")).text()).isEqualTo("12.5");
    assertThat(new CustomValue.Flag(false).text()).isEqualTo("false");
  }

  private static Map<String, CustomValue> fields(CustomValue number, String text) {
    return Map.of("t", new CustomValue.Text(text), "n", number, "f", new CustomValue.Flag(true), "g",
        new CustomValue.Flag(false));
  }

  private static LeadDetails with(Map<String, CustomValue> customFields) {
    return new LeadDetails(Optional.empty(), Optional.empty(), Optional.empty(), customFields);
  }
}
