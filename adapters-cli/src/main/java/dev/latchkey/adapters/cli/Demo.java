package dev.latchkey.adapters.cli;

import dev.latchkey.application.port.in.ForChoosingPasswords;
import dev.latchkey.application.port.in.ForManagingCampaigns;
import dev.latchkey.application.port.in.ForManagingCampaigns.Creating;
import dev.latchkey.application.port.in.ForManagingKeys;
import dev.latchkey.application.port.in.ForManagingKeys.Issuing;
import dev.latchkey.application.port.in.ForManagingTenants;
import dev.latchkey.application.port.in.ForManagingTenants.OwnerLogin;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.Operator;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.campaign.CampaignPlan;
import dev.latchkey.domain.campaign.CampaignType;
import dev.latchkey.domain.campaign.DialerType;
import dev.latchkey.domain.campaign.Dialing;
import dev.latchkey.domain.campaign.Schedule;
import dev.latchkey.domain.grant.Action;
import dev.latchkey.domain.grant.CampaignAccess;
import dev.latchkey.domain.grant.CampaignRule;
import dev.latchkey.domain.grant.CampaignSelector;
import dev.latchkey.domain.grant.Effect;
import dev.latchkey.domain.grant.Grant;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.key.KeyStatus;
import dev.latchkey.domain.key.Period;
import dev.latchkey.domain.key.format.Environment;
import dev.latchkey.domain.key.format.PlainKey;
import dev.latchkey.domain.tenant.ChosenPassword;
import dev.latchkey.domain.tenant.Email;
import dev.latchkey.domain.tenant.PasswordFault;
import dev.latchkey.domain.tenant.PasswordOwner;
import dev.latchkey.domain.tenant.Tenant;
import dev.latchkey.domain.tenant.TenantFilter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Creates sample data in an empty database through the driving ports: a tenant, its owner, two campaigns and a key. */
public record Demo(
    ForManagingTenants tenants,
    ForManagingCampaigns campaigns,
    ForManagingKeys keys,
    ForChoosingPasswords passwords,
    Supplier<String> newPassword) {

  private static final String EMAIL = "owner@demo.example";

  /** The sample data: the key may write to the open campaign and is denied the closed one. Has secrets. */
  record Made(TenantId tenant, String email, String password, PlainKey key, CampaignId open, CampaignId closed) {

    @Override
    public String toString() {
      return "Made[" + tenant + "]";
    }
  }

  /**
   * Creates the sample data, unless the database has a tenant.
   *
   * @param url the address of the server
   * @return the commands to try, with the new password and key in plain text; or that nothing was created, and why
   */
  public String run(Operator operator, String url) {
    return tenants.list(operator, TenantFilter.ALL, PageRequest.first(1)).items().isEmpty()
        ? DemoText.of(create(operator), url)
        : DemoText.NOTHING_CREATED;
  }

  private Made create(Operator operator) {
    String password = newPassword.get();
    Name name = new Name("Demo");
    Email email = new Email(EMAIL);
    OwnerLogin owner = new OwnerLogin(email,
        chosen(password, new PasswordOwner(Optional.of(email), Optional.of(name))));
    Tenant tenant = tenants.create(operator, name, Optional.of(owner));
    TenantScope scope = operator.enter(tenant);
    Campaign open = campaign(scope, "Welcome calls");
    Campaign closed = campaign(scope, "Board members");
    PlainKey key = key(scope, settings(closed.id()));
    return new Made(tenant.id(), EMAIL, password, key, open.id(), closed.id());
  }

  private ChosenPassword chosen(String password, PasswordOwner owner) {
    return switch (passwords.choose(password, owner)) {
      case ChosenPassword chosen -> chosen;
      case PasswordFault fault -> throw new IllegalStateException("The demo's password is refused: " + fault);
    };
  }

  private PlainKey key(TenantScope scope, KeySettings settings) {
    return switch (keys.issue(scope, Environment.LIVE, settings)) {
      case Issuing.Issued(var _, PlainKey plain) -> plain;
      case Issuing.Escalates _ -> throw new IllegalStateException("An operator may grant anything");
      case Issuing.Unsound(var faults) -> throw new IllegalStateException("The demo's key is invalid: " + faults);
    };
  }

  private Campaign campaign(TenantScope scope, String name) {
    Dialing dialing = new Dialing(
        "demo-assistant", "demo-provider", DialerType.SINGLE, Optional.empty(), Optional.empty(), Optional.empty());
    CampaignPlan plan = new CampaignPlan(new Name(name), CampaignType.INBOUND, dialing, Schedule.EMPTY, false,
        Optional.empty());
    return switch (campaigns.create(scope, plan)) {
      case Creating.Created(Campaign campaign) -> campaign;
      case Creating.Unsound(var faults) -> throw new IllegalStateException("The demo's plan is invalid: " + faults);
    };
  }

  private static KeySettings settings(CampaignId closed) {
    CampaignAccess allButOne = new CampaignAccess(
        List.of(
            new CampaignRule(Effect.ALLOW, Set.of(Action.READ, Action.WRITE), new CampaignSelector.All()),
            new CampaignRule(Effect.DENY, Set.of(Action.WRITE), new CampaignSelector.Named(Set.of(closed)))));
    return new KeySettings(
        new Name("Demo key"),
        KeyStatus.ACTIVE,
        new Grant(Permission.BY_DEFAULT, allButOne),
        List.of(),
        Optional.empty(),
        Period.ALWAYS);
  }
}
