package dev.latchkey.adapters.rest.description;

import dev.latchkey.adapters.rest.audit.AuditEventJson;
import dev.latchkey.adapters.rest.audit.AuditInput;
import dev.latchkey.adapters.rest.campaign.CampaignDetailsJson;
import dev.latchkey.adapters.rest.campaign.CampaignInput;
import dev.latchkey.adapters.rest.campaign.CampaignJson;
import dev.latchkey.adapters.rest.decision.ExplanationInput;
import dev.latchkey.adapters.rest.decision.ExplanationJson;
import dev.latchkey.adapters.rest.decision.VerificationInput;
import dev.latchkey.adapters.rest.decision.VerificationJson;
import dev.latchkey.adapters.rest.decision.WhoAmIJson;
import dev.latchkey.adapters.rest.field.PageInput;
import dev.latchkey.adapters.rest.key.KeyInput;
import dev.latchkey.adapters.rest.key.KeyJson;
import dev.latchkey.adapters.rest.key.NewKeyJson;
import dev.latchkey.adapters.rest.kit.answer.ProblemType;
import dev.latchkey.adapters.rest.kit.input.FieldDecoder;
import dev.latchkey.adapters.rest.kit.input.JsonObjectReader;
import dev.latchkey.adapters.rest.kit.input.ObjectDecoder;
import dev.latchkey.adapters.rest.kit.input.Schema;
import dev.latchkey.adapters.rest.lead.AddedLeadJson;
import dev.latchkey.adapters.rest.lead.LeadAdditionsJson;
import dev.latchkey.adapters.rest.lead.LeadFilterInput;
import dev.latchkey.adapters.rest.lead.LeadInput;
import dev.latchkey.adapters.rest.lead.LeadJson;
import dev.latchkey.adapters.rest.lead.LeadRemovalJson;
import dev.latchkey.adapters.rest.lead.LeadUpdateJson;
import dev.latchkey.adapters.rest.member.MemberInput;
import dev.latchkey.adapters.rest.member.MemberJson;
import dev.latchkey.adapters.rest.service.VersionJson;
import dev.latchkey.adapters.rest.tenant.TenantInput;
import dev.latchkey.adapters.rest.tenant.TenantJson;
import dev.latchkey.application.port.in.ForChoosingPasswords;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.lead.LeadDraft;
import dev.latchkey.domain.tenant.ChosenPassword;
import dev.latchkey.domain.tenant.PasswordOwner;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All operations, in the order of the document. */
final class Operations {

  private static final String LEADS = "Leads";
  private static final String CAMPAIGNS = "Campaigns";
  private static final String KEYS = "API keys";
  private static final String ACCESS = "Access";
  private static final String AUDIT = "Audit";
  private static final String LEADS_V1 = "Leads (v1)";
  private static final String TENANTS = "Operator: tenants";
  private static final String TENANTS_KEYS = "Operator: API keys";
  private static final String VERIFICATION = "Operator: verification";
  private static final String SERVICE = "Service";

  private static final String V2_LEADS = "/api/v2/voice-campaigns/{campaign_id}/leads";
  private static final String V2_CAMPAIGNS = "/api/v2/voice-campaigns";
  private static final String V2_CAMPAIGN = V2_CAMPAIGNS + "/{campaign_id}";
  private static final String V2_LEAD = V2_LEADS + "/{lead_id}";
  private static final String V2 = "/api/v2";
  private static final String V1 = "/v1/api/voice-campaigns/{campaign_id}";
  private static final String PLATFORM = "/api/platform/v1";
  private static final String TENANT = PLATFORM + "/tenants/{tenant_id}";
  private static final String MEMBER = TENANT + "/members/{member_id}";

  private static final String LEAD_UPDATED = "Lead updated successfully";
  private static final String LEAD_REMOVED = "Lead removed successfully";

  private static final PasswordOwner ANYBODY = new PasswordOwner(Optional.empty(), Optional.empty());

  /** Not called with a password: the description is made by reading an empty object. */
  private static final ForChoosingPasswords PASSWORDS = (text, owner) -> ChosenPassword.read(text, owner, _ -> false);

  private static final KeySettings ANY_SETTINGS = KeySettings.named(new Name("Any"));

  // Sorted, as the order of Map.of differs between runs.
  private static final Schema HEALTH = Schema.object(
      new TreeMap<>(Map.of(
          "status", Schema.ofType("string").with("enum", List.of("UP", "DOWN")),
          "details",
          Schema.ofType("object").with("description", "The failing parts by name, each with the reason."))),
      List.of("status"))
      .named("Health");

  private static final FieldDecoder<String> TENANT_ID = FieldDecoder.TEXT.saying("The id of the API key's tenant.");

  /** The client has the current version already, by its ETag. */
  private static final ResponseSpec UNCHANGED = new ResponseSpec.Nothing(304, "The ETag in If-None-Match is current.");

  private static final Schema TEXT = Schema.ofType("string");

  private Operations() {}

  /** Returns the tags with their descriptions. */
  static List<Map.Entry<String, String>> tags() {
    return List.of(
        Map.entry(LEADS, "The people that a campaign calls."),
        Map.entry(CAMPAIGNS, "A tenant's voice campaigns."),
        Map.entry(
            KEYS,
            "Management of a tenant's API keys with an API key. A key can grant rights within its own limits only; "
                + "otherwise the response is 403 `permission_escalation`."),
        Map.entry(ACCESS, "The rights of an API key and the reasons for access decisions."),
        Map.entry(AUDIT, "The audit trail of changes to a tenant's access rights and campaigns."),
        Map.entry(LEADS_V1, "Version 1 of the lead API, with the tenant's id in the request body."),
        Map.entry(TENANTS, "Management of tenants and their members by the operator."),
        Map.entry(TENANTS_KEYS, "Management of any tenant's API keys by the operator."),
        Map.entry(VERIFICATION, "Verification of API keys that another service received."),
        Map.entry(SERVICE, "Public endpoints for health, metrics, the version, error codes and the API description."));
  }

  static List<Operation> all() {
    return Stream.of(
        leads(), campaigns(), keys(V2, KEYS, ""), access(), leadsV1(), tenants(),
        keys(TENANT, TENANTS_KEYS, "Tenant"), verification(), service())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Operation> leads() {
    String added = "Lead added to the campaign successfully";
    return List.of(
        Operation.of("POST", V2_LEADS, "addLead", LEADS, "Add a lead to a campaign")
            .noting("A campaign has one lead per phone number. If the lead exists and equals what was sent, the "
                + "response is 200. If it differs, the response is 409 `lead_exists`.")
            .taking("NewLead", LeadInput::readNew, """
                {"phone_number": "+14155550123", "first_name": "Ada", "last_name": "Lovelace",
                 "email": "ada@example.com", "do_not_call": false,
                 "custom_fields": {"plan": "gold", "seats": 12, "trial": false}}""")
            .telling(201, added, AddedLeadJson.class)
            .telling(200, added, AddedLeadJson.class)
            .refusing(ProblemType.LEAD_EXISTS),
        Operation.of("GET", V2_LEADS, "listLeads", LEADS, "List the leads of a campaign, newest first")
            .accepting(LeadFilterInput::read)
            .listing(LeadJson.class),
        Operation.of("GET", V2_LEAD, "getLead", LEADS, "Retrieve a lead")
            .telling(200, LeadJson.class),
        Operation.of("PATCH", V2_LEAD, "updateLead", LEADS, "Update a lead")
            .noting("Omitted fields keep their values. Custom fields are merged, and null removes one.")
            .taking("LeadChange", LeadInput::readChange, """
                {"first_name": "Augusta", "email": null, "do_not_call": true, "custom_fields": {"trial": null}}""")
            .telling(200, LEAD_UPDATED),
        Operation.of("DELETE", V2_LEAD, "removeLead", LEADS, "Remove a lead permanently")
            .telling(200, LEAD_REMOVED),
        Operation.of("POST", V2_LEADS + "/bulk", "addLeads", LEADS,
            "Add up to 1,000 leads; each is accepted or rejected on its own")
            .noting("Accepted leads are stored before the response. The results state the outcome of every item.")
            .takingEach("NewLeads", LeadInput::readNew, """
                [{"phone_number": "+14155550123", "first_name": "Ada"}, {"phone_number": "+14155550124"}]""")
            .telling(202, "Leads are queued to be added to the campaign", LeadAdditionsJson.class),
        Operation.of("PATCH", V2_LEADS + "/update/bulk", "updateLeads", LEADS,
            "Update up to 1,000 leads; each succeeds or fails on its own")
            .noting("Items are applied in order. The results state the outcome of every item.")
            .takingEach("LeadAlterations", LeadInput::readBulkAlteration, """
                [{"phone_number": "+14155550123", "do_not_call": true}]""")
            .tellingEach("Bulk lead update completed", LeadUpdateJson.class),
        Operation.of("DELETE", V2_LEADS + "/remove/bulk", "removeLeads", LEADS,
            "Remove up to 1,000 leads; each succeeds or fails on its own")
            .noting("Items are applied in order. If an item has both identifiers, `campaign_lead_id` is used. The "
                + "results state the outcome of every item.")
            .takingEach("LeadReferences", LeadInput::readReference, """
                [{"phone_number": "+14155550123"}, {"campaign_lead_id": "Vm9pY2VDYW1wYWlnbkxlYWQ6NDI="}]""")
            .tellingEach("Bulk lead removal completed", LeadRemovalJson.class));
  }

  private static List<Operation> campaigns() {
    return List.of(
        Operation.of("POST", V2_CAMPAIGNS, "createCampaign", CAMPAIGNS, "Create a campaign")
            .noting("The new campaign has the status `DRAFT`.")
            .taking("NewCampaign", CampaignInput::readPlan, """
                {"name": "Spring", "type": "OUTBOUND", "assistant_id": "asst_1", "tenant_voice_provider_id": "tvp_1",
                 "dialer_type": "SINGLE", "start_date": "2030-03-01", "end_date": "2030-05-31",
                 "timezone": "Europe/Berlin", "days_of_week": ["MONDAY", "TUESDAY"], "daily_start_time": "09:00",
                 "daily_end_time": "17:30", "max_call_attempts": 3, "max_daily_attempts": 1,
                 "min_gap_between_attempts": 60}""")
            .telling(201, "Campaign created successfully", CampaignJson.class),
        Operation.of("GET", V2_CAMPAIGNS, "listCampaigns", CAMPAIGNS, "List the campaigns that the API key may read")
            .accepting(PageInput::read)
            .listing(CampaignJson.class),
        Operation.of("GET", V2_CAMPAIGN, "getCampaign", CAMPAIGNS, "Retrieve a campaign")
            .telling(200, CampaignDetailsJson.class),
        Operation.of("PATCH", V2_CAMPAIGN, "updateCampaign", CAMPAIGNS, "Update a campaign")
            .noting("Omitted fields keep their values, and the merged result must be valid. `type`, "
                + "`vapi_calling_entity`, `start_date` and `end_date` cannot be changed.")
            .taking("CampaignChange", campaign -> CampaignInput.readChange(campaign, Examples.PLAN), """
                {"name": "Spring, second try", "webhook_url": null}""")
            .telling(200, "Campaign updated successfully", CampaignJson.class));
  }

  /** Returns the operations on keys. They are the same under both roots, except for the required credentials. */
  private static List<Operation> keys(String root, String tag, String whose) {
    String all = root + "/api-keys";
    String one = all + "/{api_key_id}";
    return List.of(
        Operation.of("POST", all, "create" + whose + "ApiKey", tag, "Create an API key")
            .noting("The response contains the secret, which is shown only once.")
            .takingStrictly("NewApiKeyInput", KeyInput::readDraft, """
                {"name": "CRM", "environment": "live", "permissions": ["leads:read", "leads:write"],
                 "campaign_access": {"rules": [
                   {"effect": "allow", "actions": ["read", "write"], "campaigns": {"all": true}},
                   {"effect": "deny", "actions": ["write"], "campaigns": {"type": "INBOUND"}}]},
                 "expires_at": "2031-01-31T12:00:00Z", "allowed_addresses": ["192.0.2.0/24"],
                 "rate_limit": {"requests": 100, "window_seconds": 60}}""")
            .telling(201, NewKeyJson.class)
            .refusing(ProblemType.PERMISSION_ESCALATION, ProblemType.VERSION_CONFLICT),
        Operation.of("GET", all, "list" + whose + "ApiKeys", tag, "List API keys, newest first")
            .accepting(KeyInput::readList)
            .listing(KeyJson.class),
        Operation.of("GET", one, "get" + whose + "ApiKey", tag, "Retrieve an API key without its secret")
            .telling(200, KeyJson.class),
        Operation.of("PATCH", one, "update" + whose + "ApiKey", tag, "Update an API key")
            .noting("Omitted fields keep their values. The change takes effect on this server before the response.")
            .takingStrictly("ApiKeyChangeInput", key -> KeyInput.readChange(key, ANY_SETTINGS), """
                {"name": "CRM, read only", "permissions": ["leads:read"], "rate_limit": null}""")
            .telling(200, KeyJson.class)
            .refusing(ProblemType.PERMISSION_ESCALATION, ProblemType.KEY_STATE_CONFLICT)
            .that(Operation.Trait.CONDITIONAL),
        Operation.of("POST", one + "/rotate", "rotate" + whose + "ApiKey", tag, "Rotate an API key")
            .noting("The response contains the new secret, which is shown only once. The old key expires at the end of "
                + "the overlap at the latest. A disabled, expired or already rotated key returns 409 "
                + "`key_state_conflict`.")
            .takingStrictly("RotationInput", KeyInput::readRotation, """
                {"overlap_seconds": 86400}""")
            .telling(201, NewKeyJson.class)
            .refusing(ProblemType.PERMISSION_ESCALATION, ProblemType.KEY_STATE_CONFLICT)
            .that(Operation.Trait.CONDITIONAL),
        Operation.of("DELETE", one, "delete" + whose + "ApiKey", tag, "Delete an API key permanently")
            .noting("The audit trail keeps the name and the masked key.")
            .telling(new ResponseSpec.Nothing(204, "The API key was deleted."))
            .refusing(ProblemType.PERMISSION_ESCALATION)
            .that(Operation.Trait.CONDITIONAL));
  }

  private static List<Operation> access() {
    return List.of(
        Operation.of("GET", V2 + "/auth/whoami", "whoAmI", ACCESS,
            "Retrieve the calling API key with its tenant and permissions")
            .telling(200, WhoAmIJson.class),
        Operation.of("POST", V2 + "/access/explain", "explainAccess", ACCESS, "Explain an access decision step by step")
            .noting("Send `key_id` and `permission` to evaluate a request, or `request_id` to explain a refused "
                + "request of the last seven days. Changes nothing and does not count against the key's rate limit.")
            .takingStrictly("ExplanationInput", ExplanationInput::read, """
                {"key_id": "QXBpS2V5OjQ1Ng==", "permission": "leads:write",
                 "campaign_id": "Vm9pY2VDYW1wYWlnbjo3ODk="}""")
            .telling(200, ExplanationJson.class)
            .refusing(ProblemType.API_KEY_NOT_FOUND, ProblemType.REFUSED_REQUEST_NOT_FOUND)
            .that(Operation.Trait.ONLY_ASKS),
        Operation.of("GET", V2 + "/audit-events", "listAuditEvents", AUDIT, "List audit events, newest first")
            .accepting(AuditInput::readList)
            .listing(AuditEventJson.class));
  }

  private static List<Operation> leadsV1() {
    String added = "Lead added to the campaign successfully";
    return List.of(
        Operation.of("POST", V1 + "/leads", "addLeadV1", LEADS_V1, "Add a lead to a campaign")
            .noting("A campaign has one lead per phone number. If the lead exists and equals what was sent, the "
                + "response is 200. If it differs, the response is 409 `lead_exists`.")
            .taking("NewLeadV1", Operations::readLeadV1, """
                {"tenant_id": "VGVuYW50OjEyMw==", "phone_number": "+14155550123", "first_name": "Ada"}""")
            .telling(201, added)
            .telling(200, added)
            .refusing(ProblemType.LEAD_EXISTS, ProblemType.TENANT_ID_MISSING, ProblemType.TENANT_MISMATCH),
        Operation.of("PATCH", V1 + "/lead/update", "updateLeadV1", LEADS_V1, "Update a lead")
            .noting("Omitted fields keep their values. Custom fields are merged, and null removes one.")
            .taking("LeadAlterationV1", lead -> read(lead, LeadInput::readAlteration), """
                {"phone_number": "+14155550123", "do_not_call": true}""")
            .telling(200, LEAD_UPDATED)
            .refusing(ProblemType.LEAD_NOT_FOUND, ProblemType.TENANT_MISMATCH),
        Operation.of("DELETE", V1 + "/lead/remove", "removeLeadV1", LEADS_V1, "Remove a lead permanently")
            .taking("LeadReferenceV1", lead -> read(lead, LeadInput::readReference), """
                {"phone_number": "+14155550123"}""")
            .telling(200, LEAD_REMOVED)
            .refusing(ProblemType.LEAD_NOT_FOUND, ProblemType.TENANT_MISMATCH),
        Operation.of("POST", V1 + "/lead/remove", "removeLeadByPostV1", LEADS_V1,
            "Remove a lead permanently, for clients that cannot send a DELETE request with a body")
            .taking("LeadReferenceV1", lead -> read(lead, LeadInput::readReference), """
                {"phone_number": "+14155550123"}""")
            .telling(200, LEAD_REMOVED)
            .refusing(ProblemType.LEAD_NOT_FOUND, ProblemType.TENANT_MISMATCH));
  }

  /** Documents {@code tenant_id}, which the server reads before the rest, for the access decision. */
  private static Optional<LeadDraft> readLeadV1(JsonObjectReader lead) {
    lead.required("tenant_id", TENANT_ID);
    return LeadInput.readNew(lead);
  }

  private static <T> Optional<T> read(JsonObjectReader lead, ObjectDecoder<T> rest) {
    lead.optional("tenant_id", TENANT_ID);
    return rest.read(lead);
  }

  private static List<Operation> tenants() {
    String all = PLATFORM + "/tenants";
    return List.of(
        Operation.of("POST", all, "createTenant", TENANTS, "Create a tenant, optionally with a login for its owner")
            .takingStrictly("NewTenantInput", tenant -> TenantInput.readDraft(tenant, PASSWORDS), """
                {"name": "Acme", "owner": {"email": "ada@example.com", "password": "a long pass phrase"}}""")
            .telling(201, TenantJson.class),
        Operation.of("GET", all, "listTenants", TENANTS, "List tenants, newest first")
            .accepting(TenantInput::readList)
            .listing(TenantJson.class),
        Operation.of("GET", TENANT, "getTenant", TENANTS, "Retrieve a tenant")
            .telling(200, TenantJson.class),
        Operation.of("PATCH", TENANT, "updateTenant", TENANTS, "Rename, suspend or reactivate a tenant")
            .noting("The change takes effect on this server before the response. The keys of a suspended tenant are "
                + "refused.")
            .takingStrictly("TenantChangeInput", tenant -> TenantInput.readChange(tenant, ANY_SETTINGS.name()), """
                {"status": "SUSPENDED", "reason": "Unpaid since March"}""")
            .telling(200, TenantJson.class),
        Operation
            .of("POST", TENANT + "/members", "addMember", TENANTS, "Add a member who can sign in to the dashboard")
            .takingStrictly("NewMemberInput",
                member -> MemberInput.readDraft(member, PASSWORDS, ANY_SETTINGS.name()), """
                    {"email": "ada@example.com", "password": "a long pass phrase", "role": "ADMIN"}""")
            .telling(201, MemberJson.class)
            .refusing(ProblemType.MEMBER_EXISTS),
        Operation.of("GET", TENANT + "/members", "listMembers", TENANTS, "List the members of a tenant, newest first")
            .accepting(PageInput::read)
            .listing(MemberJson.class),
        Operation.of("GET", MEMBER, "getMember", TENANTS, "Retrieve a member")
            .telling(200, MemberJson.class),
        Operation.of("PATCH", MEMBER, "updateMember", TENANTS, "Update a member's role or password")
            .noting("A new password ends the member's sessions.")
            .takingStrictly("MemberChangeInput", member -> MemberInput.readChange(member, PASSWORDS, ANYBODY), """
                {"role": "VIEWER"}""")
            .telling(200, MemberJson.class),
        Operation.of("DELETE", MEMBER, "removeMember", TENANTS, "Remove a member and end the member's sessions")
            .telling(new ResponseSpec.Nothing(204, "The member was removed.")),
        Operation.of("GET", TENANT + "/audit-events", "listTenantAuditEvents", TENANTS,
            "List the audit events of a tenant, newest first")
            .accepting(AuditInput::readList)
            .listing(AuditEventJson.class));
  }

  private static List<Operation> verification() {
    return List.of(
        Operation.of("POST", PLATFORM + "/keys/verify", "verifyKey", VERIFICATION,
            "Verify an API key that another service received")
            .noting("A refused key returns 200 with `valid` false and the `code` of the refusal. The verification "
                + "counts against the key's rate limit. `cache_seconds` states how long the result may be reused.")
            .takingStrictly("VerificationInput", VerificationInput::read, """
                {"key": "lk_live_…", "permission": "leads:write", "address": "192.0.2.7"}""")
            .telling(200, VerificationJson.class)
            .refusing(ProblemType.VERIFICATION_UNAVAILABLE)
            .that(Operation.Trait.ONLY_ASKS));
  }

  private static List<Operation> service() {
    ResponseSpec up = new ResponseSpec.Plain(200, "application/json", HEALTH, "The check passed.");
    ResponseSpec down = new ResponseSpec.Plain(
        503, "application/json", HEALTH, "The check failed. The details name the failing parts.");
    return List.of(
        Operation.of("GET", "/version", "getVersion", SERVICE, "Retrieve the version of the server")
            .telling(200, VersionJson.class),
        Operation.of("GET", "/health", "getHealth", SERVICE, "Check the health of the server")
            .telling(up)
            .telling(down),
        Operation.of("GET", "/health/{selector}", "getHealthOf", SERVICE,
            "Check whether the server is alive (liveness) or ready for requests (readiness)")
            .noting("Readiness covers the database, the migrations and the change feed.")
            .telling(up)
            .telling(down)
            .refusing(ProblemType.ROUTE_NOT_FOUND),
        Operation.of("GET", "/prometheus", "getMetrics", SERVICE, "Retrieve the metrics of the server")
            .telling(new ResponseSpec.Plain(200, "text/plain", TEXT, "Metrics in the Prometheus text format.")),
        Operation.of("GET", "/problems/{code}", "explainProblem", SERVICE, "Explain an error code")
            .telling(new ResponseSpec.Plain(200, "text/plain", TEXT, "The cause of the error and its remedy."))
            .refusing(ProblemType.ROUTE_NOT_FOUND),
        Operation.of("GET", "/openapi.yaml", "getDescription", SERVICE, "Retrieve the API description as YAML")
            .telling(new ResponseSpec.Plain(200, "application/yaml", TEXT, "An OpenAPI document."))
            .telling(UNCHANGED),
        Operation.of("GET", "/openapi.json", "getDescriptionInJson", SERVICE, "Retrieve the API description as JSON")
            .telling(new ResponseSpec.Plain(200, "application/json", Schema.ofType("object"), "An OpenAPI document."))
            .telling(UNCHANGED),
        Operation.of("GET", "/docs", "readDocs", SERVICE, "View the API description as interactive documentation")
            .telling(new ResponseSpec.Plain(200, "text/html", TEXT, "An HTML page."))
            .telling(UNCHANGED),
        Operation.of("GET", "/docs/assets/{name}", "getDocsAsset", SERVICE,
            "Retrieve an asset of the documentation page")
            .telling(new ResponseSpec.Plain(200, "text/css", TEXT, "A style sheet."))
            .telling(new ResponseSpec.Plain(200, "text/javascript", TEXT, "A script."))
            .telling(new ResponseSpec.Plain(200, "image/png", TEXT, "An icon."))
            .telling(UNCHANGED)
            .refusing(ProblemType.ROUTE_NOT_FOUND));
  }
}
