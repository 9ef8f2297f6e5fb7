package dev.latchkey.adapters.rest.lead;

import dev.latchkey.adapters.rest.kit.input.FieldDecoder;
import dev.latchkey.adapters.rest.kit.input.JsonPath;
import dev.latchkey.adapters.rest.kit.input.Schema;
import dev.latchkey.domain.lead.CustomValue;
import dev.latchkey.domain.lead.LeadDetails;
import io.micronaut.json.tree.JsonNode;
import java.util.Map;
import java.util.Optional;

/** Decoder of the fields that clients store with a lead under names of their own. */
final class CustomFields {

  private static final String NUMBER_LIMIT = "Must have at most " + CustomValue.Numeric.MOST_DIGITS
      + " digits and an exponent up to " + CustomValue.Numeric.FURTHEST_EXPONENT + ".";

  private static final FieldDecoder<CustomValue> TEXT = FieldDecoder.TEXT.map(CustomValue.Text::new);

  private static final FieldDecoder<CustomValue> VALUE = FieldDecoder.of(
      Schema.ofTypes("string", "number", "boolean"), CustomFields::readValue);

  private static final FieldDecoder<Optional<CustomValue>> PUT = VALUE.map(Optional::of);

  /** New values by name; null removes a field. */
  static final FieldDecoder<Map<String, Optional<CustomValue>>> KIND = FieldDecoder.dictionary(
      FieldDecoder.of(Schema.ofTypes("string", "number", "boolean", "null"), CustomFields::readPerhaps))
      .saying("At most " + LeadDetails.LARGEST_CUSTOM_FIELDS + " bytes in total as compact JSON in UTF-8.");

  private CustomFields() {}

  private static Optional<Optional<CustomValue>> readPerhaps(JsonNode value, JsonPath place) {
    return value.isNull() ? Optional.of(Optional.empty()) : PUT.read(value, place);
  }

  private static Optional<CustomValue> readValue(JsonNode value, JsonPath place) {
    if (value.isString()) {
      return TEXT.read(value, place);
    }
    if (value.isBoolean()) {
      return Optional.of(new CustomValue.Flag(value.getBooleanValue()));
    }
    return value.isNumber()
        ? CustomValue.number(value.getBigDecimalValue()).or(() -> place.fault("out_of_range", NUMBER_LIMIT))
        : place.fault("wrong_type", "Must be a string, a number, true or false.");
  }
}
