package dev.latchkey.adapters.rest;

import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.campaign.CampaignPlan;
import dev.latchkey.domain.campaign.CampaignType;
import dev.latchkey.domain.campaign.DialerType;
import dev.latchkey.domain.campaign.Dialing;
import dev.latchkey.domain.campaign.Schedule;
import dev.latchkey.domain.grant.CampaignAccess;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.id.LeadId;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.Environment;
import dev.latchkey.domain.key.KeyChange;
import dev.latchkey.domain.key.KeySecret;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.key.PlainKey;
import dev.latchkey.domain.key.Seal;
import dev.latchkey.domain.lead.Lead;
import dev.latchkey.domain.lead.LeadDetails;
import dev.latchkey.domain.lead.PhoneNumber;
import dev.latchkey.domain.tenant.Email;
import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.PasswordHash;
import dev.latchkey.domain.tenant.Role;
import dev.latchkey.domain.tenant.Tenant;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One tenant with a key, a member, a campaign and a lead. */
public final class Known {

  public static final Instant NOW = Instant.parse("2030-01-31T12:00:00Z");
  public static final String ORIGIN = "https://app.example.com";
  public static final String OPERATOR_TOKEN = "an-operator-token-of-forty-characters-00";

  public static final Tenant TENANT = Tenant.founded(new TenantId(123), new Name("Acme"), NOW);
  public static final String TENANT_ID = "VGVuYW50OjEyMw==";

  public static final PlainKey PLAIN = new PlainKey(Environment.LIVE, new KeyId(456), KeySecret.drawn(_ -> 7));
  public static final ApiKey KEY = ApiKey.made(
      PLAIN, new Seal("1", new byte[32]), TENANT.id(), KeySettings.named(new Name("CRM")), new Actor.Operator(), NOW);
  public static final String KEY_ID = "QXBpS2V5OjQ1Ng==";

  public static final Member MEMBER = new Member(
      new MemberId(7),
      TENANT.id(),
      new Email("ada@example.org"),
      Role.ADMIN,
      new PasswordHash("$argon2id$of-a-password"),
      NOW);
  public static final String MEMBER_ID = "TWVtYmVyOjc=";

  public static final Campaign CAMPAIGN = Campaign.drafted(
      new CampaignId(789),
      TENANT.id(),
      new CampaignPlan(
          new Name("Spring"),
          CampaignType.INBOUND,
          new Dialing(
              "assistant", "provider", DialerType.SINGLE, Optional.empty(), Optional.empty(), Optional.empty()),
          Schedule.EMPTY,
          false,
          Optional.empty()),
      NOW);
  public static final String CAMPAIGN_ID = "Vm9pY2VDYW1wYWlnbjo3ODk=";

  public static final Lead LEAD = Lead.added(
      new LeadId(42),
      CAMPAIGN.id(),
      new PhoneNumber("+14155550123"),
      new LeadDetails(Optional.of("Ada"), Optional.empty(), Optional.empty(), Map.of()),
      false,
      NOW);
  public static final String LEAD_ID = "Vm9pY2VDYW1wYWlnbkxlYWQ6NDI=";

  private Known() {}

  /** The same key with these permissions in place of the usual ones. */
  public static ApiKey granted(Set<Permission> permissions, CampaignAccess access) {
    KeyChange change = new KeyChange(
        FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.to(permissions), FieldUpdate.to(access), FieldUpdate.keep(),
        FieldUpdate.keep(), FieldUpdate.keep(),
        FieldUpdate.keep());
    return KEY.with(change.of(KEY.settings()));
  }
}
