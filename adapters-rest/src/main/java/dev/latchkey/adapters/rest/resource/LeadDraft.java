package dev.latchkey.adapters.rest.resource;

import dev.latchkey.adapters.rest.input.Kind;
import dev.latchkey.adapters.rest.input.ObjectReader;
import dev.latchkey.domain.lead.CustomValue;
import dev.latchkey.domain.lead.LeadDetails;
import dev.latchkey.domain.lead.PhoneNumber;
import dev.latchkey.domain.tenant.Email;
import java.util.Map;
import java.util.Optional;

/** A lead to be added. */
public record LeadDraft(PhoneNumber number, LeadDetails details) {

  private static final int LONGEST_NAME = 100;

  private static final Kind<PhoneNumber> PHONE_NUMBER = Kind.TEXT.as(PhoneNumber::of, "invalid_phone_number",
      "It is a number of E.164, such as +14155550123.");

  // Kept as it was sent; only its shape is looked at.
  private static final Kind<String> EMAIL = Kind.TEXT.as(
      text -> Email.of(text).map(_ -> text.strip()), "invalid_email", "It is an e-mail address.");

  public static Optional<LeadDraft> read(ObjectReader lead) {
    Optional<PhoneNumber> number = lead.required("phone_number", PHONE_NUMBER);
    Optional<String> firstName = lead.optional("first_name", Kind.text(0, LONGEST_NAME));
    Optional<String> lastName = lead.optional("last_name", Kind.text(0, LONGEST_NAME));
    Optional<String> email = lead.optional("email", EMAIL);
    Optional<Map<String, CustomValue>> fields = lead.optional("custom_fields", CustomFields.KIND);
    return lead.build(
        () -> new LeadDraft(
            number.orElseThrow(), new LeadDetails(firstName, lastName, email, fields.orElse(Map.of()))));
  }
}
