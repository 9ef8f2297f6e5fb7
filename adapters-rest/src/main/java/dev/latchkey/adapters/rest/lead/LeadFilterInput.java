package dev.latchkey.adapters.rest.lead;

import dev.latchkey.adapters.rest.field.ContactInput;
import dev.latchkey.adapters.rest.field.PageInput;
import dev.latchkey.adapters.rest.kit.input.FieldDecoder;
import dev.latchkey.adapters.rest.kit.input.JsonObjectReader;
import dev.latchkey.adapters.rest.kit.input.Schema;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.lead.LeadFilter;
import dev.latchkey.domain.lead.PhoneNumber;
import io.micronaut.json.tree.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Decoder of the filter and the page of a list of leads. */
final class LeadFilterInput {

  /** Filter and page of a list of leads. */
  record Asked(LeadFilter filter, PageRequest page) {}

  /** A plus sign that is not percent-encoded arrives as a space, with which no number begins. */
  private static final FieldDecoder<PhoneNumber> NUMBER = FieldDecoder.of(
      ContactInput.PHONE_NUMBER.schema(),
      (value, place) -> ContactInput.PHONE_NUMBER.read(withPlus(value, "^ "), place));

  private static final FieldDecoder<Boolean> FLAG = FieldDecoder.of(
      Schema.ofType("boolean"),
      FieldDecoder.TEXT.as(LeadFilterInput::flag, "wrong_type", "Must be true or false."));

  /** A plus sign that is not percent-encoded in an offset arrives as a space too. */
  private static final FieldDecoder<Instant> MOMENT = FieldDecoder.of(
      FieldDecoder.MOMENT.schema(),
      (value, place) -> FieldDecoder.MOMENT.read(withPlus(value, " (?=[0-9:]{5}$)"), place));

  private LeadFilterInput() {}

  static Optional<Asked> read(JsonObjectReader query) {
    LeadFilter filter = new LeadFilter(
        query.optional("phone_number", NUMBER),
        query.optional("email", ContactInput.EMAIL),
        query.optional("do_not_call", FLAG),
        query.optional("created_since", MOMENT),
        query.optional("updated_since", MOMENT));
    Optional<PageRequest> page = PageInput.read(query);
    return query.build(() -> new Asked(filter, page.orElseThrow()));
  }

  private static JsonNode withPlus(JsonNode value, String space) {
    return value.isString() ? JsonNode.createStringNode(value.getStringValue().replaceFirst(space, "+")) : value;
  }

  private static Optional<Boolean> flag(String text) {
    return List.of("true", "false").contains(text) ? Optional.of(Boolean.valueOf(text)) : Optional.empty();
  }
}
