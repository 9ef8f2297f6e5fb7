package dev.latchkey.adapters.rest.lead;

import dev.latchkey.adapters.rest.field.ContactInput;
import dev.latchkey.adapters.rest.field.UpdateReader;
import dev.latchkey.adapters.rest.field.Violations;
import dev.latchkey.adapters.rest.kit.input.FieldDecoder;
import dev.latchkey.adapters.rest.kit.input.JsonObjectReader;
import dev.latchkey.domain.id.LeadId;
import dev.latchkey.domain.id.PublicId;
import dev.latchkey.domain.lead.LeadDetails;
import dev.latchkey.domain.lead.LeadDraft;
import dev.latchkey.domain.lead.LeadPatch;
import dev.latchkey.domain.lead.LeadReference;
import dev.latchkey.domain.lead.LeadUpdate;
import dev.latchkey.domain.lead.PhoneNumber;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decoder of leads. */
final class LeadInput {

  static final String PHONE_NUMBER = "phone_number";
  static final String CAMPAIGN_LEAD_ID = "campaign_lead_id";

  private static final String CUSTOM_FIELDS = "custom_fields";

  private static final FieldDecoder<String> PERSONAL_NAME = FieldDecoder.text(0, LeadDetails.LONGEST_NAME);

  /** Placeholder for an invalid number, so that the rest is read too and all errors are reported together. */
  private static final PhoneNumber STAND_IN = new PhoneNumber("+10000000");

  private static final FieldDecoder<LeadId> LEAD_ID = FieldDecoder.TEXT.map(LeadInput::id);
  private static final FieldDecoder<LeadReference> ID = LEAD_ID.map(LeadReference.ById::new);
  private static final FieldDecoder<LeadReference> NUMBER = ContactInput.PHONE_NUMBER.map(LeadReference.ByNumber::new);

  private LeadInput() {}

  /** Reads a lead's id; a text that is not an id is read as the id of no lead. */
  static LeadId id(String text) {
    return PublicId.lead(text).orElse(LeadId.UNKNOWN);
  }

  static Optional<LeadDraft> readNew(JsonObjectReader lead) {
    Optional<PhoneNumber> number = lead.required(PHONE_NUMBER, ContactInput.PHONE_NUMBER);
    UpdateReader update = new UpdateReader(lead);
    LeadDraft draft = new LeadDraft(
        number.orElse(STAND_IN),
        update.clearable("first_name", PERSONAL_NAME),
        update.clearable("last_name", PERSONAL_NAME),
        update.clearable("email", ContactInput.EMAIL_OR_EMPTY).map(email -> email.flatMap(given -> given)),
        update.clearable("do_not_call", FieldDecoder.FLAG).map(mark -> mark.orElse(false)),
        update.clearable(CUSTOM_FIELDS, CustomFields.KIND));
    Violations.note(lead, draft.faults());
    return lead.build(() -> draft);
  }

  /** Reads a change to a lead that is identified elsewhere. */
  static Optional<LeadPatch> readChange(JsonObjectReader lead) {
    LeadPatch change = change(lead);
    return lead.build(() -> change);
  }

  /** Reads a change to the lead with the phone number in the same object; an id that is sent too must be that lead's. */
  static Optional<LeadUpdate> readBulkAlteration(JsonObjectReader lead) {
    Optional<LeadReference> named = lead.required(PHONE_NUMBER, NUMBER);
    Optional<LeadId> id = lead.optional(CAMPAIGN_LEAD_ID, LEAD_ID);
    LeadPatch change = change(lead);
    return lead.build(() -> new LeadUpdate(named.orElseThrow(), id, change));
  }

  /** Reads a change to the lead with the phone number in the same object. */
  static Optional<LeadUpdate> readAlteration(JsonObjectReader lead) {
    Optional<LeadReference> named = lead.required(PHONE_NUMBER, NUMBER);
    LeadPatch change = change(lead);
    return lead.build(() -> new LeadUpdate(named.orElseThrow(), change));
  }

  /** Reads the reference to a lead; if both are present, the id counts. */
  static Optional<LeadReference> readReference(JsonObjectReader lead) {
    Optional<LeadReference> named = lead.optional(CAMPAIGN_LEAD_ID, ID).or(() -> lead.optional(PHONE_NUMBER, NUMBER));
    lead.describe("if", Map.of(
        "properties", Map.of(PHONE_NUMBER, Map.of("type", "string")), "required", List.of(PHONE_NUMBER)));
    lead.describe("else", Map.of(
        "properties", Map.of(CAMPAIGN_LEAD_ID, Map.of("type", "string")), "required", List.of(CAMPAIGN_LEAD_ID)));
    if (named.isEmpty()) {
      lead.fault("required", "Must have a " + PHONE_NUMBER + " or a " + CAMPAIGN_LEAD_ID + ".");
    }
    return lead.build(named::orElseThrow);
  }

  private static LeadPatch change(JsonObjectReader lead) {
    UpdateReader update = new UpdateReader(lead);
    return new LeadPatch(
        update.clearable("first_name", PERSONAL_NAME),
        update.clearable("last_name", PERSONAL_NAME),
        update.clearable("email", ContactInput.EMAIL),
        update.settable("do_not_call", FieldDecoder.FLAG),
        lead.given(CUSTOM_FIELDS, CustomFields.KIND).orElse(Map.of()),
        lead.given("mark_as_unanswered", FieldDecoder.FLAG).orElse(false));
  }
}
