package dev.latchkey.adapters.rest.lead;

import dev.latchkey.adapters.rest.description.Operation;
import dev.latchkey.adapters.rest.description.Operation.Tag;
import dev.latchkey.adapters.rest.kit.answer.ProblemType;
import dev.latchkey.adapters.rest.kit.input.FieldDecoder;
import dev.latchkey.adapters.rest.kit.input.JsonObjectReader;
import dev.latchkey.adapters.rest.kit.input.ObjectDecoder;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.LeadId;
import dev.latchkey.domain.lead.CustomValue;
import dev.latchkey.domain.lead.Lead;
import dev.latchkey.domain.lead.LeadDetails;
import dev.latchkey.domain.lead.LeadDraft;
import dev.latchkey.domain.lead.PhoneFault;
import dev.latchkey.domain.lead.PhoneNumber;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Operations on the leads of a campaign. */
public final class LeadOperations {

  private static final Tag TAG = new Tag("Leads", "The people that a campaign calls.");
  private static final Tag TAG_V1 = new Tag(
      "Leads (v1)", "Version 1 of the lead API, with the tenant's id in the request body.");

  private static final String LEADS = "/api/v2/voice-campaigns/{campaign_id}/leads";
  private static final String LEAD = LEADS + "/{lead_id}";
  private static final String CAMPAIGN_V1 = "/v1/api/voice-campaigns/{campaign_id}";

  private static final String ADDED = "Lead added to the campaign successfully";
  private static final String LEAD_UPDATED = "Lead updated successfully";
  private static final String LEAD_REMOVED = "Lead removed successfully";

  private static final Lead EXAMPLE = Lead.added(
      new LeadId(42),
      new CampaignId(789),
      new PhoneNumber("+14155550123"),
      new LeadDetails(
          Optional.of("Ada"),
          Optional.of("Lovelace"),
          Optional.of("ada@example.com"),
          Map.of("plan", new CustomValue.Text("gold"), "trial", new CustomValue.Flag(false))),
      false,
      Operation.EXAMPLE_TIME);

  private static final LeadAdditionsJson ADDITIONS = new LeadAdditionsJson(
      1,
      0,
      List.of(
          new LeadAdditionsJson.Rejected(
              1, "invalid_phone_number", "phone_number: " + PhoneFault.MISSING_PLUS.message())),
      List.of(
          new LeadAdditionsJson.Result(0, "added", AddedLeadJson.of(EXAMPLE).campaignLeadId()),
          new LeadAdditionsJson.Result(1, "rejected", null)));

  private static final LeadUpdateJson UPDATE = new LeadUpdateJson(
      0, EXAMPLE.phoneNumber().value(), true, LEAD_UPDATED);

  private static final LeadRemovalJson REMOVAL = new LeadRemovalJson(
      0, null, EXAMPLE.phoneNumber().value(), true, LEAD_REMOVED);

  private static final FieldDecoder<String> TENANT_ID = FieldDecoder.TEXT.saying("The id of the API key's tenant.");

  private LeadOperations() {}

  /** Returns the operations of version 2. */
  public static List<Operation> v2() {
    return List.of(
        Operation.of("POST", LEADS, "addLead", TAG, "Add a lead to a campaign")
            .withDetails("A campaign has one lead per phone number. If the lead exists and equals what was sent, the "
                + "response is 200. If it differs, the response is 409 `lead_exists`.")
            .withBody("NewLead", LeadInput::readNew, """
                {"phone_number": "+14155550123", "first_name": "Ada", "last_name": "Lovelace",
                 "email": "ada@example.com", "do_not_call": false,
                 "custom_fields": {"plan": "gold", "seats": 12, "trial": false}}""")
            .confirms(201, ADDED, AddedLeadJson.of(EXAMPLE))
            .confirms(200, ADDED, AddedLeadJson.of(EXAMPLE))
            .fails(ProblemType.LEAD_EXISTS),
        Operation.of("GET", LEADS, "listLeads", TAG, "List the leads of a campaign, newest first")
            .withQuery(LeadFilterInput::read)
            .lists(LeadJson.of(EXAMPLE)),
        Operation.of("GET", LEAD, "getLead", TAG, "Retrieve a lead")
            .responds(200, LeadJson.of(EXAMPLE)),
        Operation.of("PATCH", LEAD, "updateLead", TAG, "Update a lead")
            .withDetails("Omitted fields keep their values. Custom fields are merged, and null removes one.")
            .withBody("LeadChange", LeadInput::readChange, """
                {"first_name": "Augusta", "email": null, "do_not_call": true, "custom_fields": {"trial": null}}""")
            .confirms(200, LEAD_UPDATED),
        Operation.of("DELETE", LEAD, "removeLead", TAG, "Remove a lead permanently")
            .confirms(200, LEAD_REMOVED),
        Operation.of("POST", LEADS + "/bulk", "addLeads", TAG,
            "Add up to 1,000 leads; each is accepted or rejected on its own")
            .withDetails("Accepted leads are stored before the response. The results state the outcome of every item.")
            .withItems("NewLeads", LeadInput::readNew, """
                [{"phone_number": "+14155550123", "first_name": "Ada"}, {"phone_number": "+14155550124"}]""")
            .confirms(202, "Leads are queued to be added to the campaign", ADDITIONS),
        Operation.of("PATCH", LEADS + "/update/bulk", "updateLeads", TAG,
            "Update up to 1,000 leads; each succeeds or fails on its own")
            .withDetails("Items are applied in order. The results state the outcome of every item.")
            .withItems("LeadAlterations", LeadInput::readBulkAlteration, """
                [{"phone_number": "+14155550123", "do_not_call": true}]""")
            .respondsToEach("Bulk lead update completed", UPDATE),
        Operation.of("DELETE", LEADS + "/remove/bulk", "removeLeads", TAG,
            "Remove up to 1,000 leads; each succeeds or fails on its own")
            .withDetails("Items are applied in order. If an item has both identifiers, `campaign_lead_id` is used. The "
                + "results state the outcome of every item.")
            .withItems("LeadReferences", LeadInput::readReference, """
                [{"phone_number": "+14155550123"}, {"campaign_lead_id": "Vm9pY2VDYW1wYWlnbkxlYWQ6NDI="}]""")
            .respondsToEach("Bulk lead removal completed", REMOVAL));
  }

  /** Returns the operations of version 1. */
  public static List<Operation> v1() {
    return List.of(
        Operation.of("POST", CAMPAIGN_V1 + "/leads", "addLeadV1", TAG_V1, "Add a lead to a campaign")
            .withDetails("A campaign has one lead per phone number. If the lead exists and equals what was sent, the "
                + "response is 200. If it differs, the response is 409 `lead_exists`.")
            .withBody("NewLeadV1", LeadOperations::readNewV1, """
                {"tenant_id": "VGVuYW50OjEyMw==", "phone_number": "+14155550123", "first_name": "Ada"}""")
            .confirms(201, ADDED)
            .confirms(200, ADDED)
            .fails(ProblemType.LEAD_EXISTS, ProblemType.TENANT_ID_MISSING, ProblemType.TENANT_MISMATCH),
        Operation.of("PATCH", CAMPAIGN_V1 + "/lead/update", "updateLeadV1", TAG_V1, "Update a lead")
            .withDetails("Omitted fields keep their values. Custom fields are merged, and null removes one.")
            .withBody("LeadAlterationV1", lead -> readV1(lead, LeadInput::readAlteration), """
                {"phone_number": "+14155550123", "do_not_call": true}""")
            .confirms(200, LEAD_UPDATED)
            .fails(ProblemType.LEAD_NOT_FOUND, ProblemType.TENANT_MISMATCH),
        Operation.of("DELETE", CAMPAIGN_V1 + "/lead/remove", "removeLeadV1", TAG_V1, "Remove a lead permanently")
            .withBody("LeadReferenceV1", lead -> readV1(lead, LeadInput::readReference), """
                {"phone_number": "+14155550123"}""")
            .confirms(200, LEAD_REMOVED)
            .fails(ProblemType.LEAD_NOT_FOUND, ProblemType.TENANT_MISMATCH),
        Operation.of("POST", CAMPAIGN_V1 + "/lead/remove", "removeLeadByPostV1", TAG_V1,
            "Remove a lead permanently, for clients that cannot send a DELETE request with a body")
            .withBody("LeadReferenceV1", lead -> readV1(lead, LeadInput::readReference), """
                {"phone_number": "+14155550123"}""")
            .confirms(200, LEAD_REMOVED)
            .fails(ProblemType.LEAD_NOT_FOUND, ProblemType.TENANT_MISMATCH));
  }

  /** Documents {@code tenant_id}, which the server reads before the rest, for the access decision. */
  private static Optional<LeadDraft> readNewV1(JsonObjectReader lead) {
    lead.required("tenant_id", TENANT_ID);
    return LeadInput.readNew(lead);
  }

  private static <T> Optional<T> readV1(JsonObjectReader lead, ObjectDecoder<T> rest) {
    lead.optional("tenant_id", TENANT_ID);
    return rest.read(lead);
  }
}
