package dev.latchkey.adapters.rest.kit.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapters.rest.kit.answer.InputFault;
import io.micronaut.json.tree.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WholeNumberTest {

  private static final FieldDecoder<Integer> ANY = FieldDecoder.integer(Integer.MIN_VALUE, Integer.MAX_VALUE);

  private static JsonNode json(String text) {
    return JsonText.read(text.getBytes(StandardCharsets.UTF_8)) instanceof Input.Usable<JsonNode>(JsonNode value)
        ? value
        : JsonNode.nullNode();
  }

  @ParameterizedTest
  @CsvSource({
      "3, 3", "3.0, 3", "3.00, 3", "3e0, 3", "30e-1, 3", "0.3E1, 3", "0, 0", "-0, 0", "0.0, 0", "-0.0, 0", "0e99, 0",
      "2147483647.0, 2147483647", "-2147483648, -2147483648", "2.147483647e9, 2147483647"
  })
  void wholeNumberMayHaveAFractionOfZero(String text, int number) {
    assertThat(ANY.read(json(text), JsonPath.top(false))).hasValue(number);
  }

  @ParameterizedTest
  @CsvSource({
      "3.1, wrong_type", "3.0000000000000000000000000000000000000001, wrong_type", "2147483647.5, wrong_type",
      "1e-1, wrong_type", "1e-999999999, wrong_type", "\"3\", wrong_type", "true, wrong_type",
      "2147483648, out_of_range", "2147483648.0, out_of_range", "1e999999999, out_of_range",
      "-1e999999999, out_of_range", "99999999999999999999, out_of_range", "4294967299, out_of_range"
  })
  void otherNumbersAreRefusedWithoutLossOfPrecision(String text, String code) {
    JsonPath place = JsonPath.top(false);
    assertThat(ANY.read(json(text), place)).isEqualTo(Optional.empty());
    assertThat(place.faults()).extracting(InputFault::code).containsExactly(code);
  }
}
