package dev.latchkey.adapters.rest.description;

import dev.latchkey.adapters.rest.audit.AuditEventJson;
import dev.latchkey.adapters.rest.campaign.CampaignDetailsJson;
import dev.latchkey.adapters.rest.campaign.CampaignJson;
import dev.latchkey.adapters.rest.decision.ExplanationJson;
import dev.latchkey.adapters.rest.decision.VerificationJson;
import dev.latchkey.adapters.rest.decision.WhoAmIJson;
import dev.latchkey.adapters.rest.key.KeyJson;
import dev.latchkey.adapters.rest.key.NewKeyJson;
import dev.latchkey.adapters.rest.lead.AddedLeadJson;
import dev.latchkey.adapters.rest.lead.LeadAdditionsJson;
import dev.latchkey.adapters.rest.lead.LeadJson;
import dev.latchkey.adapters.rest.lead.LeadRemovalJson;
import dev.latchkey.adapters.rest.lead.LeadUpdateJson;
import dev.latchkey.adapters.rest.member.MemberJson;
import dev.latchkey.adapters.rest.service.VersionJson;
import dev.latchkey.adapters.rest.tenant.TenantJson;
import dev.latchkey.application.port.in.ForCheckingAccess.Verification;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.access.CheckResult;
import dev.latchkey.domain.access.Explanation;
import dev.latchkey.domain.access.Refusal;
import dev.latchkey.domain.access.StoredKey;
import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.FieldChanges;
import dev.latchkey.domain.audit.FieldValue;
import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.campaign.CampaignPlan;
import dev.latchkey.domain.campaign.CampaignType;
import dev.latchkey.domain.campaign.DialerType;
import dev.latchkey.domain.campaign.Dialing;
import dev.latchkey.domain.campaign.Schedule;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.AuditEventId;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.id.LeadId;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.Environment;
import dev.latchkey.domain.key.KeySecret;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.key.KeyState;
import dev.latchkey.domain.key.PlainKey;
import dev.latchkey.domain.key.Seal;
import dev.latchkey.domain.lead.CustomValue;
import dev.latchkey.domain.lead.Lead;
import dev.latchkey.domain.lead.LeadDetails;
import dev.latchkey.domain.lead.PhoneFault;
import dev.latchkey.domain.lead.PhoneNumber;
import dev.latchkey.domain.tenant.Email;
import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.PasswordHash;
import dev.latchkey.domain.tenant.Role;
import dev.latchkey.domain.tenant.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One example of each response record, built as the server builds it. */
final class Examples {

  private static final Instant AT = Instant.parse("2030-01-31T12:00:00Z");

  private static final Tenant TENANT = Tenant.founded(new TenantId(123), new Name("Acme"), AT);

  private static final PlainKey PLAIN = new PlainKey(Environment.DEV, new KeyId(456), KeySecret.drawn(_ -> 0));

  private static final ApiKey KEY = ApiKey.made(
      PLAIN, new Seal("1", new byte[32]), TENANT.id(), KeySettings.named(new Name("CRM")), new Actor.Operator(), AT);

  static final CampaignPlan PLAN = new CampaignPlan(
      new Name("Spring"),
      CampaignType.INBOUND,
      new Dialing("asst_1", "tvp_1", DialerType.SINGLE, Optional.empty(), Optional.empty(), Optional.empty()),
      Schedule.EMPTY,
      false,
      Optional.empty());

  private static final Campaign CAMPAIGN = Campaign.drafted(new CampaignId(789), TENANT.id(), PLAN, AT);

  private static final Lead LEAD = Lead.added(
      new LeadId(42),
      CAMPAIGN.id(),
      new PhoneNumber("+14155550123"),
      new LeadDetails(
          Optional.of("Ada"),
          Optional.of("Lovelace"),
          Optional.of("ada@example.com"),
          Map.of("plan", new CustomValue.Text("gold"), "trial", new CustomValue.Flag(false))),
      false,
      AT);

  private static final Member MEMBER = new Member(
      new MemberId(7), TENANT.id(), new Email("ada@example.com"), Role.ADMIN, new PasswordHash("not told"), AT);

  private static final AuditEvent EVENT = AuditEvent.linked(
      TENANT.id(),
      1,
      new AuditEntry(
          new AuditEventId(1),
          new Actor.Operator(),
          AuditAction.TENANT_CREATED,
          TENANT.id(),
          AT,
          Optional.empty(),
          Collections.unmodifiableSortedMap(new TreeMap<>(Map.of(
              "name", "Acme",
              AuditEntry.CHANGES,
              FieldChanges.between(Map.of(), Map.of("name", new FieldValue.Text("Acme"))).text())))),
      AuditEvent.ROOT);

  private static final Refusal REFUSAL = new Refusal.PermissionMissing(Permission.LEADS_WRITE);

  private static final Explanation EXPLANATION = new Explanation(
      List.of(new CheckResult("permission_held", REFUSAL)),
      new Explanation.Refused(REFUSAL));

  private static final Map<Class<?>, Object> ALL = Map.ofEntries(
      Map.entry(AddedLeadJson.class, AddedLeadJson.of(LEAD)),
      Map.entry(AuditEventJson.class, AuditEventJson.of(EVENT)),
      Map.entry(CampaignDetailsJson.class, CampaignDetailsJson.of(CAMPAIGN)),
      Map.entry(CampaignJson.class, CampaignJson.of(CAMPAIGN)),
      Map.entry(ExplanationJson.class, ExplanationJson.of(EXPLANATION)),
      Map.entry(KeyJson.class, KeyJson.of(KEY, KeyState.IN_FORCE)),
      Map.entry(
          LeadAdditionsJson.class,
          new LeadAdditionsJson(
              1,
              0,
              List.of(
                  new LeadAdditionsJson.Rejected(
                      1, "invalid_phone_number", "phone_number: " + PhoneFault.MISSING_PLUS.message())),
              List.of(
                  new LeadAdditionsJson.Result(0, "added", AddedLeadJson.of(LEAD).campaignLeadId()),
                  new LeadAdditionsJson.Result(1, "rejected", null)))),
      Map.entry(LeadJson.class, LeadJson.of(LEAD)),
      Map.entry(
          LeadRemovalJson.class,
          new LeadRemovalJson(0, null, LEAD.phoneNumber().value(), true, "Lead removed successfully")),
      Map.entry(
          LeadUpdateJson.class, new LeadUpdateJson(0, LEAD.phoneNumber().value(), true, "Lead updated successfully")),
      Map.entry(MemberJson.class, MemberJson.of(MEMBER)),
      Map.entry(NewKeyJson.class, NewKeyJson.of(KEY, PLAIN, KeyState.IN_FORCE)),
      Map.entry(TenantJson.class, TenantJson.of(TENANT)),
      Map.entry(
          VerificationJson.class,
          VerificationJson.of(new Verification.Valid(new StoredKey(KEY, TENANT), Duration.ofSeconds(1)))),
      Map.entry(VersionJson.class, new VersionJson("1.0.0")),
      Map.entry(WhoAmIJson.class, WhoAmIJson.of(new StoredKey(KEY, TENANT), AT)));

  private Examples() {}

  static Object of(Class<?> data) {
    Object example = ALL.get(data);
    if (example == null) {
      throw new IllegalStateException("There is no example of " + data.getSimpleName());
    }
    return example;
  }
}
