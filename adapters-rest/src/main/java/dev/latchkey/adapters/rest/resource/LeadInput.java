package dev.latchkey.adapters.rest.resource;

import dev.latchkey.adapters.rest.input.Kind;
import dev.latchkey.adapters.rest.input.ObjectReader;
import dev.latchkey.adapters.rest.opaque.PublicId;
import dev.latchkey.application.port.in.ForKeepingLeads.NewLead;
import dev.latchkey.domain.id.LeadId;
import dev.latchkey.domain.lead.CustomValue;
import dev.latchkey.domain.lead.LeadAlteration;
import dev.latchkey.domain.lead.LeadChange;
import dev.latchkey.domain.lead.LeadDetails;
import dev.latchkey.domain.lead.LeadReference;
import dev.latchkey.domain.lead.PhoneNumber;
import java.util.Map;
import java.util.Optional;

/** What is sent about leads. */
public final class LeadInput {

  static final String PHONE_NUMBER = "phone_number";
  static final String CAMPAIGN_LEAD_ID = "campaign_lead_id";

  private static final Kind<String> PERSONAL_NAME = Kind.text(0, 100);

  private static final Kind<LeadReference> ID = Kind.TEXT.map(LeadInput::reference);
  private static final Kind<LeadReference> NUMBER = ContactInput.PHONE_NUMBER.map(LeadReference.ByNumber::new);

  private LeadInput() {}

  /** Names a lead by its id; a text that is no such id names a lead that is not there. */
  public static LeadReference reference(String id) {
    return new LeadReference.ById(PublicId.lead(id).orElse(LeadId.NOBODYS));
  }

  public static Optional<NewLead> readNew(ObjectReader lead) {
    Optional<PhoneNumber> number = lead.required(PHONE_NUMBER, ContactInput.PHONE_NUMBER);
    Optional<String> firstName = lead.optional("first_name", PERSONAL_NAME);
    Optional<String> lastName = lead.optional("last_name", PERSONAL_NAME);
    Optional<String> email = lead.optional("email", ContactInput.EMAIL);
    Optional<Map<String, CustomValue>> fields = lead.optional("custom_fields", CustomFields.KIND);
    return lead.build(
        () -> new NewLead(
            number.orElseThrow(), new LeadDetails(firstName, lastName, email, fields.orElse(Map.of()))));
  }

  /** Reads a change to a lead that is named elsewhere. */
  public static Optional<LeadChange> readChange(ObjectReader lead) {
    LeadChange change = change(lead);
    return lead.build(() -> change);
  }

  /** Reads a change to the lead with the phone number that stands beside it. */
  public static Optional<LeadAlteration> readAlteration(ObjectReader lead) {
    Optional<LeadReference> named = lead.required(PHONE_NUMBER, NUMBER);
    LeadChange change = change(lead);
    return lead.build(() -> new LeadAlteration(named.orElseThrow(), change));
  }

  /** Reads what names a lead; where both are there, the id does. */
  public static Optional<LeadReference> readReference(ObjectReader lead) {
    Optional<LeadReference> named = lead.optional(CAMPAIGN_LEAD_ID, ID).or(() -> lead.optional(PHONE_NUMBER, NUMBER));
    if (named.isEmpty()) {
      lead.fault("required", "It has a " + PHONE_NUMBER + " or a " + CAMPAIGN_LEAD_ID + ".");
    }
    return lead.build(named::orElseThrow);
  }

  private static LeadChange change(ObjectReader lead) {
    return new LeadChange(
        lead.clearable("first_name", PERSONAL_NAME),
        lead.clearable("last_name", PERSONAL_NAME),
        lead.clearable("email", ContactInput.EMAIL),
        lead.edit("do_not_call", Kind.FLAG),
        lead.edit("custom_fields", CustomFields.CHANGES).of(Map.of()),
        lead.edit("mark_as_unanswered", Kind.FLAG).of(false));
  }
}
