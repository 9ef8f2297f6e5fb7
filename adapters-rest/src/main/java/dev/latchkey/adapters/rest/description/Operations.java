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
          Schema.ofType("object").with("description", "The parts that are down, by name, each with its reason."))),
      List.of("status"))
      .named("Health");

  private static final FieldDecoder<String> TENANT_ID = FieldDecoder.TEXT.saying("It is the id of the key's tenant.");

  /** The client has the current version already, by its ETag. */
  private static final ResponseSpec UNCHANGED = new ResponseSpec.Nothing(304);

  private static final Schema TEXT = Schema.ofType("string");

  private Operations() {}

  /** Returns the tags with their descriptions. */
  static List<Map.Entry<String, String>> tags() {
    return List.of(
        Map.entry(LEADS, "The people whom a campaign calls."),
        Map.entry(CAMPAIGNS, "A tenant's voice campaigns."),
        Map.entry(KEYS, "A tenant's keys, managed with a key."),
        Map.entry(ACCESS, "What a key may, and why."),
        Map.entry(AUDIT, "What was done to a tenant's rights and campaigns."),
        Map.entry(LEADS_V1, "The first version of the API, which names the tenant in the body."),
        Map.entry(TENANTS, "The tenants, for the operator."),
        Map.entry(TENANTS_KEYS, "Any tenant's keys, for the operator."),
        Map.entry(VERIFICATION, "Keys that another service received."),
        Map.entry(SERVICE, "What the server says of itself, to anybody."));
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
        Operation.of("POST", V2_LEADS, "addLead", LEADS, "Adds a lead to the campaign")
            .taking("NewLead", LeadInput::readNew, """
                {"phone_number": "+14155550123", "first_name": "Ada", "last_name": "Lovelace",
                 "email": "ada@example.com", "do_not_call": false,
                 "custom_fields": {"plan": "gold", "seats": 12, "trial": false}}""")
            .telling(201, added, AddedLeadJson.class)
            .telling(200, added, AddedLeadJson.class)
            .refusing(ProblemType.LEAD_EXISTS),
        Operation.of("GET", V2_LEADS, "listLeads", LEADS, "Lists the campaign's leads, newest first")
            .accepting(LeadFilterInput::read)
            .listing(LeadJson.class),
        Operation.of("GET", V2_LEAD, "getLead", LEADS, "Tells all about a lead")
            .telling(200, LeadJson.class),
        Operation.of("PATCH", V2_LEAD, "updateLead", LEADS, "Changes a lead; what is not named stays")
            .taking("LeadChange", LeadInput::readChange, """
                {"first_name": "Augusta", "email": null, "do_not_call": true, "custom_fields": {"trial": null}}""")
            .telling(200, LEAD_UPDATED),
        Operation.of("DELETE", V2_LEAD, "removeLead", LEADS, "Removes a lead for good")
            .telling(200, LEAD_REMOVED),
        Operation
            .of("POST", V2_LEADS + "/bulk", "addLeads", LEADS, "Adds up to 1,000 leads; a bad one hinders no other")
            .takingEach("NewLeads", LeadInput::readNew, """
                [{"phone_number": "+14155550123", "first_name": "Ada"}, {"phone_number": "+14155550124"}]""")
            .telling(202, "Leads are queued to be added to the campaign", LeadAdditionsJson.class),
        Operation.of("PATCH", V2_LEADS + "/update/bulk", "updateLeads", LEADS,
            "Changes up to 1,000 leads in their order; a bad one hinders no other")
            .takingEach("LeadAlterations", LeadInput::readBulkAlteration, """
                [{"phone_number": "+14155550123", "do_not_call": true}]""")
            .tellingEach("Bulk lead update completed", LeadUpdateJson.class),
        Operation.of("DELETE", V2_LEADS + "/remove/bulk", "removeLeads", LEADS,
            "Removes up to 1,000 leads in their order; a bad one hinders no other")
            .takingEach("LeadReferences", LeadInput::readReference, """
                [{"phone_number": "+14155550123"}, {"campaign_lead_id": "Vm9pY2VDYW1wYWlnbkxlYWQ6NDI="}]""")
            .tellingEach("Bulk lead removal completed", LeadRemovalJson.class));
  }

  private static List<Operation> campaigns() {
    return List.of(
        Operation.of("POST", V2_CAMPAIGNS, "createCampaign", CAMPAIGNS, "Makes a campaign, as a draft")
            .taking("NewCampaign", CampaignInput::readPlan, """
                {"name": "Spring", "type": "OUTBOUND", "assistant_id": "asst_1", "tenant_voice_provider_id": "tvp_1",
                 "dialer_type": "SINGLE", "start_date": "2030-03-01", "end_date": "2030-05-31",
                 "timezone": "Europe/Berlin", "days_of_week": ["MONDAY", "TUESDAY"], "daily_start_time": "09:00",
                 "daily_end_time": "17:30", "max_call_attempts": 3, "max_daily_attempts": 1,
                 "min_gap_between_attempts": 60}""")
            .telling(201, "Campaign created successfully", CampaignJson.class),
        Operation.of("GET", V2_CAMPAIGNS, "listCampaigns", CAMPAIGNS, "Lists the campaigns that the key may read")
            .accepting(PageInput::read)
            .listing(CampaignJson.class),
        Operation.of("GET", V2_CAMPAIGN, "getCampaign", CAMPAIGNS, "Tells all about a campaign")
            .telling(200, CampaignDetailsJson.class),
        Operation.of("PATCH", V2_CAMPAIGN, "updateCampaign", CAMPAIGNS,
            "Changes a campaign; what is not named stays, and what comes out has to fit together")
            .taking("CampaignChange", campaign -> CampaignInput.readChange(campaign, Examples.PLAN), """
                {"name": "Spring, second try", "webhook_url": null}""")
            .telling(200, "Campaign updated successfully", CampaignJson.class));
  }

  /** Returns the operations on keys. They are the same under both roots, except for the required credentials. */
  private static List<Operation> keys(String root, String tag, String whose) {
    String all = root + "/api-keys";
    String one = all + "/{api_key_id}";
    return List.of(
        Operation.of("POST", all, "create" + whose + "ApiKey", tag, "Makes a key and shows its secret, this once")
            .takingStrictly("NewApiKeyInput", KeyInput::readDraft, """
                {"name": "CRM", "environment": "live", "permissions": ["leads:read", "leads:write"],
                 "campaign_access": {"rules": [
                   {"effect": "allow", "actions": ["read", "write"], "campaigns": {"all": true}},
                   {"effect": "deny", "actions": ["write"], "campaigns": {"type": "INBOUND"}}]},
                 "expires_at": "2031-01-31T12:00:00Z", "allowed_addresses": ["192.0.2.0/24"],
                 "rate_limit": {"requests": 100, "window_seconds": 60}}""")
            .telling(201, NewKeyJson.class)
            .refusing(ProblemType.PERMISSION_ESCALATION, ProblemType.VERSION_CONFLICT),
        Operation.of("GET", all, "list" + whose + "ApiKeys", tag, "Lists keys, newest first")
            .accepting(KeyInput::readList)
            .listing(KeyJson.class),
        Operation.of("GET", one, "get" + whose + "ApiKey", tag, "Tells all about a key but its secret")
            .telling(200, KeyJson.class),
        Operation.of("PATCH", one, "update" + whose + "ApiKey", tag, "Changes a key, in force before the answer")
            .takingStrictly("ApiKeyChangeInput", key -> KeyInput.readChange(key, ANY_SETTINGS), """
                {"name": "CRM, read only", "permissions": ["leads:read"], "rate_limit": null}""")
            .telling(200, KeyJson.class)
            .refusing(ProblemType.PERMISSION_ESCALATION, ProblemType.KEY_STATE_CONFLICT)
            .that(Operation.Trait.CONDITIONAL),
        Operation.of("POST", one + "/rotate", "rotate" + whose + "ApiKey", tag,
            "Replaces a key by a new one; the old one ends after the overlap")
            .takingStrictly("RotationInput", KeyInput::readRotation, """
                {"overlap_seconds": 86400}""")
            .telling(201, NewKeyJson.class)
            .refusing(ProblemType.PERMISSION_ESCALATION, ProblemType.KEY_STATE_CONFLICT)
            .that(Operation.Trait.CONDITIONAL),
        Operation.of("DELETE", one, "delete" + whose + "ApiKey", tag, "Deletes a key for good")
            .telling(new ResponseSpec.Nothing(204))
            .refusing(ProblemType.PERMISSION_ESCALATION)
            .that(Operation.Trait.CONDITIONAL));
  }

  private static List<Operation> access() {
    return List.of(
        Operation.of("GET", V2 + "/auth/whoami", "whoAmI", ACCESS, "Tells a key what it is and may")
            .telling(200, WhoAmIJson.class),
        Operation.of("POST", V2 + "/access/explain", "explainAccess", ACCESS,
            "Tells step by step why a key may or may not; changes and counts nothing")
            .takingStrictly("ExplanationInput", ExplanationInput::read, """
                {"key_id": "QXBpS2V5OjQ1Ng==", "permission": "leads:write",
                 "campaign_id": "Vm9pY2VDYW1wYWlnbjo3ODk="}""")
            .telling(200, ExplanationJson.class)
            .refusing(ProblemType.API_KEY_NOT_FOUND, ProblemType.REFUSED_REQUEST_NOT_FOUND)
            .that(Operation.Trait.ONLY_ASKS),
        Operation.of("GET", V2 + "/audit-events", "listAuditEvents", AUDIT, "Lists the audit trail, newest first")
            .accepting(AuditInput::readList)
            .listing(AuditEventJson.class));
  }

  private static List<Operation> leadsV1() {
    String added = "Lead added to the campaign successfully";
    return List.of(
        Operation.of("POST", V1 + "/leads", "addLeadV1", LEADS_V1, "Adds a lead to the campaign")
            .taking("NewLeadV1", Operations::readLeadV1, """
                {"tenant_id": "VGVuYW50OjEyMw==", "phone_number": "+14155550123", "first_name": "Ada"}""")
            .telling(201, added)
            .telling(200, added)
            .refusing(ProblemType.LEAD_EXISTS, ProblemType.TENANT_ID_MISSING, ProblemType.TENANT_MISMATCH),
        Operation.of("PATCH", V1 + "/lead/update", "updateLeadV1", LEADS_V1, "Changes a lead; what is not named stays")
            .taking("LeadAlterationV1", lead -> read(lead, LeadInput::readAlteration), """
                {"phone_number": "+14155550123", "do_not_call": true}""")
            .telling(200, LEAD_UPDATED)
            .refusing(ProblemType.LEAD_NOT_FOUND, ProblemType.TENANT_MISMATCH),
        Operation.of("DELETE", V1 + "/lead/remove", "removeLeadV1", LEADS_V1, "Removes a lead for good")
            .taking("LeadReferenceV1", lead -> read(lead, LeadInput::readReference), """
                {"phone_number": "+14155550123"}""")
            .telling(200, LEAD_REMOVED)
            .refusing(ProblemType.LEAD_NOT_FOUND, ProblemType.TENANT_MISMATCH),
        Operation.of("POST", V1 + "/lead/remove", "removeLeadByPostV1", LEADS_V1,
            "Removes a lead for good, for clients that send no body with a DELETE")
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
        Operation.of("POST", all, "createTenant", TENANTS, "Makes a tenant, with a login for its owner if asked")
            .takingStrictly("NewTenantInput", tenant -> TenantInput.readDraft(tenant, PASSWORDS), """
                {"name": "Acme", "owner": {"email": "ada@example.com", "password": "a long pass phrase"}}""")
            .telling(201, TenantJson.class),
        Operation.of("GET", all, "listTenants", TENANTS, "Lists the tenants, newest first")
            .accepting(TenantInput::readList)
            .listing(TenantJson.class),
        Operation.of("GET", TENANT, "getTenant", TENANTS, "Tells about a tenant")
            .telling(200, TenantJson.class),
        Operation.of("PATCH", TENANT, "updateTenant", TENANTS,
            "Renames, suspends or reactivates a tenant, in force before the answer")
            .takingStrictly("TenantChangeInput", tenant -> TenantInput.readChange(tenant, ANY_SETTINGS.name()), """
                {"status": "SUSPENDED", "reason": "Unpaid since March"}""")
            .telling(200, TenantJson.class),
        Operation
            .of("POST", TENANT + "/members", "addMember", TENANTS, "Adds a member, who may sign in to the dashboard")
            .takingStrictly("NewMemberInput",
                member -> MemberInput.readDraft(member, PASSWORDS, ANY_SETTINGS.name()), """
                    {"email": "ada@example.com", "password": "a long pass phrase", "role": "ADMIN"}""")
            .telling(201, MemberJson.class)
            .refusing(ProblemType.MEMBER_EXISTS),
        Operation.of("GET", TENANT + "/members", "listMembers", TENANTS, "Lists the tenant's members, newest first")
            .accepting(PageInput::read)
            .listing(MemberJson.class),
        Operation.of("GET", MEMBER, "getMember", TENANTS, "Tells about a member")
            .telling(200, MemberJson.class),
        Operation.of("PATCH", MEMBER, "updateMember", TENANTS,
            "Changes a member's role or password; a new password ends the member's sessions")
            .takingStrictly("MemberChangeInput", member -> MemberInput.readChange(member, PASSWORDS, ANYBODY), """
                {"role": "VIEWER"}""")
            .telling(200, MemberJson.class),
        Operation.of("DELETE", MEMBER, "removeMember", TENANTS, "Removes a member and ends the member's sessions")
            .telling(new ResponseSpec.Nothing(204)),
        Operation.of("GET", TENANT + "/audit-events", "listTenantAuditEvents", TENANTS,
            "Lists the tenant's audit trail, newest first")
            .accepting(AuditInput::readList)
            .listing(AuditEventJson.class));
  }

  private static List<Operation> verification() {
    return List.of(
        Operation.of("POST", PLATFORM + "/keys/verify", "verifyKey", VERIFICATION,
            "Judges a key that another service received, and counts it against the key's rate limit")
            .takingStrictly("VerificationInput", VerificationInput::read, """
                {"key": "lk_live_…", "permission": "leads:write", "address": "192.0.2.7"}""")
            .telling(200, VerificationJson.class)
            .refusing(ProblemType.VERIFICATION_UNAVAILABLE)
            .that(Operation.Trait.ONLY_ASKS));
  }

  private static List<Operation> service() {
    ResponseSpec up = new ResponseSpec.Plain(200, "application/json", HEALTH, "It is well.");
    ResponseSpec down = new ResponseSpec.Plain(503, "application/json", HEALTH, "It is not.");
    return List.of(
        Operation.of("GET", "/version", "getVersion", SERVICE, "Tells the version of the program")
            .telling(200, VersionJson.class),
        Operation.of("GET", "/health", "getHealth", SERVICE, "Tells whether the server is well")
            .telling(up)
            .telling(down),
        Operation.of("GET", "/health/{selector}", "getHealthOf", SERVICE,
            "Tells whether the server lives (liveness), or may be sent requests (readiness)")
            .telling(up)
            .telling(down)
            .refusing(ProblemType.ROUTE_NOT_FOUND),
        Operation.of("GET", "/prometheus", "getMetrics", SERVICE, "Tells the server's metrics")
            .telling(new ResponseSpec.Plain(200, "text/plain", TEXT, "Metrics in the format of Prometheus.")),
        Operation.of("GET", "/problems/{code}", "explainProblem", SERVICE, "Explains a problem's code in words")
            .telling(new ResponseSpec.Plain(200, "text/plain", TEXT, "What happened, and the way out."))
            .refusing(ProblemType.ROUTE_NOT_FOUND),
        Operation.of("GET", "/openapi.yaml", "getDescription", SERVICE, "This description")
            .telling(new ResponseSpec.Plain(200, "application/yaml", TEXT, "An OpenAPI document."))
            .telling(UNCHANGED),
        Operation.of("GET", "/openapi.json", "getDescriptionInJson", SERVICE, "This description in JSON")
            .telling(new ResponseSpec.Plain(200, "application/json", Schema.ofType("object"), "An OpenAPI document."))
            .telling(UNCHANGED),
        Operation.of("GET", "/docs", "readDocs", SERVICE, "This description, to be read and tried")
            .telling(new ResponseSpec.Plain(200, "text/html", TEXT, "A page."))
            .telling(UNCHANGED),
        Operation.of("GET", "/docs/assets/{name}", "getDocsAsset", SERVICE, "What that page is made of")
            .telling(new ResponseSpec.Plain(200, "text/css", TEXT, "A style sheet."))
            .telling(new ResponseSpec.Plain(200, "text/javascript", TEXT, "A script."))
            .telling(new ResponseSpec.Plain(200, "image/png", TEXT, "An icon."))
            .telling(UNCHANGED)
            .refusing(ProblemType.ROUTE_NOT_FOUND));
  }
}
