package dev.latchkey.adapters.rest.kit.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapters.rest.field.UpdateReader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SchemaTest {

  private enum Colour {
    RED,
    GREEN
  }

  private static Map<String, Object> of(FieldDecoder<?> kind) {
    return kind.schema().keywords();
  }

  @Test
  void textTellsItsLimitsWhereItHasAny() {
    assertThat(of(FieldDecoder.TEXT)).isEqualTo(Map.of("type", "string"));
    assertThat(of(FieldDecoder.text(1, 255))).isEqualTo(Map.of("type", "string", "minLength", 1, "maxLength", 255));
  }

  @Test
  void wholeNumbersTellTheirLimitsWhereTheyHaveAny() {
    assertThat(of(FieldDecoder.integer(0, 10)))
        .isEqualTo(Map.of("type", "integer", "format", "int32", "minimum", 0, "maximum", 10));
    assertThat(of(FieldDecoder.integer(Integer.MIN_VALUE, Integer.MAX_VALUE)))
        .isEqualTo(Map.of(
            "type", "integer", "format", "int32", "minimum", Integer.MIN_VALUE, "maximum", Integer.MAX_VALUE));
  }

  @Test
  void oneOfAFewTellsWhich() {
    assertThat(of(FieldDecoder.oneOf(Colour.values(), Enum::name)))
        .isEqualTo(Map.of("type", "string", "enum", List.of("RED", "GREEN")));
  }

  @Test
  void aNarrowerKindSaysWhatItsFaultWouldSay() {
    FieldDecoder<Integer> even = FieldDecoder.TEXT.as(_ -> Optional.of(2), "odd", "It is even.").map(number -> number)
        .example("4");
    assertThat(of(even)).isEqualTo(Map.of("type", "string", "description", "It is even.", "examples", List.of("4")));
    assertThat(of(FieldDecoder.MOMENT)).containsEntry("format", "date-time").containsKey("description");
  }

  @Test
  void listsAndDictionariesTellWhatIsInThem() {
    assertThat(of(FieldDecoder.list(FieldDecoder.FLAG, 1, 7)))
        .isEqualTo(Map.of("type", "array", "items", Map.of("type", "boolean"), "minItems", 1, "maxItems", 7));
    assertThat(of(FieldDecoder.dictionary(FieldDecoder.FLAG)))
        .isEqualTo(Map.of("type", "object", "additionalProperties", Map.of("type", "boolean")));
  }

  @Test
  void anObjectTellsItsMembersAndWhetherTheyHaveToBeThereAndMayBeNull() {
    Map<String, Object> object = of(FieldDecoder.object(reader -> {
      reader.required("required", FieldDecoder.FLAG);
      reader.optional("optional", FieldDecoder.FLAG);
      reader.optional("colour", FieldDecoder.oneOf(Colour.values(), Enum::name));
      reader.optional("named", FieldDecoder.object(_ -> Optional.of(1)).named("Named"));
      reader.given("edit", FieldDecoder.FLAG);
      new UpdateReader(reader).clearable("clearable", FieldDecoder.FLAG);
      return reader.build(() -> 1);
    }));
    Map<String, Object> flag = Map.of("type", "boolean");
    Map<String, Object> flagOrNull = Map.of("type", List.of("boolean", "null"));
    assertThat(object).isEqualTo(Map.of(
        "type", "object",
        "required", List.of("required"),
        "properties", Map.of(
            "required", flag,
            "optional", flagOrNull,
            "colour", Map.of("type", List.of("string", "null"), "enum", Arrays.asList("RED", "GREEN", null)),
            "named", Map.of("anyOf", List.of(
                Map.of("type", "object", "properties", Map.of(), "title", "Named"), Map.of("type", "null"))),
            "edit", flag,
            "clearable", flagOrNull)));
  }

  @Test
  void aRuleAboutAnObjectAsAWholeIsSaid() {
    assertThat(of(FieldDecoder.object(reader -> {
      reader.optional("one", FieldDecoder.FLAG);
      reader.fault("not_one_of", "It has exactly one.");
      return Optional.of(1);
    }))).containsEntry("description", "It has exactly one.");
  }

  @Test
  void whatIsReadStrictlyHasNoOtherMembersAllTheWayDown() {
    FieldDecoder<Integer> inner = FieldDecoder.object(reader -> Optional.of(1));
    Schema strict = FieldDecoder.object(reader -> {
      reader.required("inner", FieldDecoder.list(inner, 0, 1));
      reader.required("free", FieldDecoder.dictionary(FieldDecoder.FLAG));
      return Optional.of(1);
    }).schema().strictly();
    assertThat(strict.keywords()).containsEntry("additionalProperties", false);
    assertThat(strict.keywords().get("properties")).isEqualTo(Map.of(
        "inner",
        Map.of("type", "array", "minItems", 0, "maxItems", 1, "items",
            Map.of("type", "object", "properties", Map.of(), "additionalProperties", false)),
        "free", Map.of("type", "object", "additionalProperties", Map.of("type", "boolean"))));
  }

  @Test
  void whatIsReadWithoutADescriptionIsToldFromTheRest() {
    FieldDecoder<Integer> silent = (_, _) -> Optional.of(1);
    assertThat(silent.schema()).isEqualTo(Schema.ANYTHING);
    assertThat(FieldDecoder.of(Schema.ofType("integer"), silent).schema()).isEqualTo(Schema.ofType("integer"));
  }
}
