package dev.latchkey.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.domain.id.AuditEventId;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.Id;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.id.LeadId;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.id.TenantId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldChangesTest {

  /** Literal, as it is stored and hashed. */
  private static final String TEXT = """
      {"access":{"from":{"all":true,"ids":[{"$ref":"campaign 123"},{"$ref":"key 9223372036854775807"}]},"to":null},\
      "limit":{"from":-5,"to":0},"name":{"from":"a \\"b\\" \\\\c","to":"tab\\u0009 é 😀 €"},"none":{"from":null,"to":[]},\
      "on":{"from":false,"to":true}}""";

  private static final FieldChanges CHANGES = FieldChanges.between(
      Map.of(
          "name", new FieldValue.Text("a \"b\" \\c"),
          "on", new FieldValue.Flag(false),
          "limit", new FieldValue.Whole(-5),
          "same", new FieldValue.Text("stays"),
          "access", new FieldValue.Members(new TreeMap<>(Map.of(
              "ids",
              new FieldValue.Items(List.of(reference(new CampaignId(123)), reference(new KeyId(Long.MAX_VALUE)))),
              "all", new FieldValue.Flag(true))))),
      Map.of(
          "name", new FieldValue.Text("tab\t é 😀 €"),
          "on", new FieldValue.Flag(true),
          "limit", new FieldValue.Whole(0),
          "same", new FieldValue.Text("stays"),
          "unset", FieldValue.NONE,
          "none", new FieldValue.Items(List.of()),
          "access", FieldValue.NONE));

  @Test
  void changesHaveOneTextThatIsReadBack() {
    assertThat(CHANGES.text()).isEqualTo(TEXT);
    assertThat(FieldChanges.of(TEXT)).isEqualTo(CHANGES);
    assertThat(CHANGES.names()).isEqualTo("access, limit, name, none, on");
  }

  @Test
  void everyKindOfThingCanBeReferredTo() {
    for (Id id : List.of(
        new TenantId(1), new KeyId(2), new CampaignId(3), new LeadId(4), new MemberId(5), new AuditEventId(6))) {
      FieldChanges changes = FieldChanges.between(Map.of(), Map.of("id", reference(id)));
      assertThat(FieldChanges.of(changes.text())).isEqualTo(changes);
    }
    assertThat(FieldChanges.between(Map.of(), Map.of("id", reference(new AuditEventId(6)))).text())
        .isEqualTo("{\"id\":{\"from\":null,\"to\":{\"$ref\":\"audit_event 6\"}}}");
  }

  @Test
  void aThingThatDidNotChangeHasNoChanges() {
    Map<String, FieldValue> same = Map.of("name", new FieldValue.Text("x"));
    assertThat(FieldChanges.between(same, same)).isEqualTo(FieldChanges.NONE);
    assertThat(FieldChanges.NONE.isEmpty()).isTrue();
    assertThat(CHANGES.isEmpty()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "", "null", "[]", "{", "{\"a\":1}", "{\"a\":{\"from\":1}}", "{\"a\":{\"from\":1,\"to\":2,\"x\":3}}",
      "{\"a\":{\"to\":2,\"from\":1}}", "{\"a\":{\"from\":1,\"to\":02}}", "{\"a\":{\"from\":1,\"to\":2.5}}",
      "{ \"a\":{\"from\":1,\"to\":2}}", "{\"a\":{\"from\":1,\"to\":2}} ", "{\"a\":{\"from\":1,\"to\":\"x}}",
      "{\"a\":{\"from\":1,\"to\":\"\\u00zz\"}}", "{\"a\":{\"from\":1,\"to\":\"\\u0041\"}}",
      "{\"a\":{\"from\":1,\"to\":99999999999999999999}}", "{\"a\":{\"from\":1,\"to\":{\"$ref\":\"dog 1\"}}}",
      "{\"a\":{\"from\":1,\"to\":{\"$ref\":\"key\"}}}", "{\"a\":{\"from\":1,\"to\":{\"$ref\":\"key 0\"}}}"})
  void anyOtherTextIsRefused(String text) {
    assertThatThrownBy(() -> FieldChanges.of(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void textThatIsNestedWithoutEndIsRefusedAndDoesNotExhaustTheStack() {
    String deep = "{\"a\":{\"from\":1,\"to\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}}";
    assertThatThrownBy(() -> FieldChanges.of(deep)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"[, ]", "{, }"})
  void valuesAreReadToADepthOfSixteenAndNoDeeper(String open, String close) {
    String start = "{\"a\":{\"from\":1,\"to\":";
    String deepest = start + nested(open, close, 15) + "}}";
    String deeper = start + nested(open, close, 16) + "}}";

    assertThat(FieldChanges.of(deepest).text()).isEqualTo(deepest);
    assertThatThrownBy(() -> FieldChanges.of(deeper)).isInstanceOf(IllegalArgumentException.class);
  }

  private static String nested(String open, String close, int depth) {
    String between = open.equals("{") ? "\"a\":" : "";
    return (open + between).repeat(depth - 1) + open + close.repeat(depth);
  }

  private static FieldValue reference(Id id) {
    return new FieldValue.Reference(id);
  }
}
