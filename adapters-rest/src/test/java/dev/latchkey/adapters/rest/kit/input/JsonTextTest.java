package dev.latchkey.adapters.rest.kit.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapters.rest.kit.answer.InputFault;
import dev.latchkey.adapters.rest.kit.answer.Problem;
import io.micronaut.json.tree.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

  private static Input<JsonNode> read(String text) {
    return JsonText.read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Problem problem(Input<JsonNode> input) {
    assertThat(input).isInstanceOf(Input.Unusable.class);
    Problem problem = ((Input.Unusable<JsonNode>) input).problem();
    assertThat(problem.code()).isEqualTo("body_malformed");
    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.errors()).extracting(InputFault::pointer).containsExactly("");
    return problem;
  }

  @ParameterizedTest
  @ValueSource(strings = {
      " ", "{", "}", "{]", "nonsense", "{\"a\":1,}", "{'a':1}", "{a:1}", "[1,]", "{\"a\":01}", "{\"a\":+1}",
      "{\"a\":NaN}",
      "{\"a\":.5}", "{\"a\":1}{\"b\":2}", "{\"a\":1} x", "{} //", "/* */{}", "\uFEFF", "\uFEFF\uFEFF{}", "{}\uFEFF",
      "{\"a\":\"\t\"}",
      "{\"a\":\"\\x\"}",
      "{\"a\":1e99999999999999999999}", "\u0000"
  })
  void whatIsNotOneJsonTextIsMalformed(String text) {
    problem(read(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "{\"a\":1,\"a\":1}", "{\"tenant_id\":\"x\",\"tenant\\u005fid\":\"y\"}", "{\"a\":{\"b\":1,\"b\":null}}",
      "[{\"a\":1,\"a\":2}]"
  })
  void aMemberThatIsNamedTwiceIsMalformed(String text) {
    assertThat(problem(read(text)).detail()).startsWith("The JSON contains a member twice at line 1, column ");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {"a":1,}                                  | The JSON is invalid at line 1, column 8. Correct it.
      [1] 2                                     | The body continues after the end of the JSON at line 1, column 5. Remove it.
      {"a":1e99999999999999999999}              | The JSON contains a number whose exponent is out of range. Send a smaller one.
      """)
  void detailNamesTheFaultThatIsThere(String text, String detail) {
    assertThat(problem(read(text)).detail()).isEqualTo(detail);
  }

  @Test
  void detailNamesTheLimitThatIsExceeded() {
    assertThat(problem(read("[".repeat(33) + "]".repeat(33))).detail()).contains("at most 32 levels");
    assertThat(problem(read("{\"" + "a".repeat(300) + "\":1}")).detail()).contains("names of at most 256");
    assertThat(problem(read("9".repeat(101))).detail()).contains("numbers of at most 100 digits");
    assertThat(problem(read("")).detail()).isEqualTo("The body is empty. Send JSON.");
  }

  @Test
  void byteOrderMarkIsSkipped() {
    assertThat(read("\uFEFF{\"a\":1}")).isEqualTo(read("{\"a\":1}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "22 ff 22", "22 c3 22", "22 c0 80 22", "22 ed a0 80 22", "22 f4 90 80 80 22", "fe ff 00 7b 00 7d", "7b 00 7d 00"
  })
  void whatIsNotUtf8IsMalformed(String hex) {
    problem(JsonText.read(HexFormat.ofDelimiter(" ").parseHex(hex)));
  }

  @Test
  void whatIsTooDeepIsMalformedAndDrownsNobody() {
    problem(read("[".repeat(500_000)));
    problem(read("{\"a\":".repeat(100_000)));
    assertThat(read("[".repeat(32) + "]".repeat(32))).isInstanceOf(Input.Usable.class);
    problem(read("[".repeat(33) + "]".repeat(33)));
  }

  @Test
  void numbersAndNamesOfAnyLengthDrownNobodyEither() {
    problem(read("{\"a\":" + "9".repeat(500_000) + "}"));
    problem(read("{\"" + "a".repeat(500_000) + "\":1}"));
  }

  @Test
  void theFaultIsToldWithItsPlaceAndWithoutWhatWasSent() {
    Problem problem = problem(read("{\n  \"password\": hunter2}"));
    assertThat(problem.detail()).contains("line 2").doesNotContain("hunter2", "com.fasterxml");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", " [1, 2.5e3, -0] ", "\"ä\\u00e4\\ud83d\\ude00\"", "null", "true", "12"})
  void everythingElseIsTaken(String text) {
    assertThat(read(text)).isInstanceOf(Input.Usable.class);
  }
}
