package dev.latchkey.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.port.in.ForManagingKeys.Issuing;
import dev.latchkey.application.port.in.ForManagingKeys.Rotating;
import dev.latchkey.application.port.in.ForManagingMembers.Adding;
import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.address.AddressRange;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.audit.FieldValue;
import dev.latchkey.domain.campaign.CallingEntity;
import dev.latchkey.domain.campaign.CampaignPlan;
import dev.latchkey.domain.campaign.CampaignType;
import dev.latchkey.domain.campaign.DialerType;
import dev.latchkey.domain.campaign.Dialing;
import dev.latchkey.domain.campaign.Schedule;
import dev.latchkey.domain.campaign.TimeZoneName;
import dev.latchkey.domain.campaign.WebhookAddress;
import dev.latchkey.domain.grant.Action;
import dev.latchkey.domain.grant.CampaignAccess;
import dev.latchkey.domain.grant.CampaignRule;
import dev.latchkey.domain.grant.CampaignSelector;
import dev.latchkey.domain.grant.Effect;
import dev.latchkey.domain.grant.Grant;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.KeyChange;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.key.KeyStatus;
import dev.latchkey.domain.key.Period;
import dev.latchkey.domain.key.Rotation;
import dev.latchkey.domain.key.format.Environment;
import dev.latchkey.domain.rate.RateLimit;
import dev.latchkey.domain.tenant.ChosenPassword;
import dev.latchkey.domain.tenant.Email;
import dev.latchkey.domain.tenant.Role;
import dev.latchkey.domain.tenant.TenantStatus;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The trail says which fields changed, and from what to what. */
class AuditedChangesTest {

  private static final KeySettings BOUNDED = new KeySettings(
      new Name("Till"),
      KeyStatus.ACTIVE,
      new Grant(
          Set.of(Permission.LEADS_WRITE, Permission.LEADS_READ),
          new CampaignAccess(List.of(
              new CampaignRule(Effect.ALLOW, Set.of(Action.WRITE, Action.READ), new CampaignSelector.All()),
              new CampaignRule(Effect.ALLOW, Set.of(Action.READ), new CampaignSelector.OfType(CampaignType.INBOUND)),
              new CampaignRule(
                  Effect.DENY,
                  Set.of(Action.WRITE),
                  new CampaignSelector.Named(Set.of(new CampaignId(12), new CampaignId(3))))))),
      List.of(AddressRange.of("192.0.2.0/24").orElseThrow()),
      Optional.of(new RateLimit(5, Duration.ofMinutes(1))),
      new Period(Optional.of(Shop.OPENING), Optional.of(Shop.OPENING.plusSeconds(3600))));

  private final Shop shop = new Shop();

  @Test
  void aNewKeyIsWrittenDownWithEveryFieldThatIsSet() {
    issue(BOUNDED);

    assertThat(changes()).isEqualTo("""
        {"allowed_addresses":{"from":null,"to":["192.0.2.0/24"]},\
        "campaign_access":{"from":null,"to":{"rules":[\
        {"actions":["read","write"],"campaigns":{"all":true},"effect":"allow"},\
        {"actions":["read"],"campaigns":{"type":"INBOUND"},"effect":"allow"},\
        {"actions":["write"],"campaigns":{"ids":[{"$ref":"campaign 3"},{"$ref":"campaign 12"}]},"effect":"deny"}]}},\
        "environment":{"from":null,"to":"live"},\
        "expires_at":{"from":null,"to":"%s"},\
        "name":{"from":null,"to":"Till"},\
        "not_before":{"from":null,"to":"%s"},\
        "permissions":{"from":null,"to":["leads:read","leads:write"]},\
        "rate_limit":{"from":null,"to":{"requests":5,"window_seconds":60}},\
        "status":{"from":null,"to":"ACTIVE"}}"""
        .formatted(Shop.OPENING.plusSeconds(3600), Shop.OPENING));
  }

  @Test
  void aChangeOfAKeyIsWrittenDownFromWhatToWhat() {
    Issuing.Issued issued = issue(BOUNDED);
    KeyChange change = new KeyChange(
        FieldUpdate.keep(),
        FieldUpdate.keep(),
        FieldUpdate.to(Set.of(Permission.LEADS_READ)),
        FieldUpdate.keep(),
        FieldUpdate.to(List.of()),
        FieldUpdate.to(Optional.empty()),
        FieldUpdate.keep(),
        FieldUpdate.keep());

    shop.keys.change(shop.scope(), issued.key().id(), change, OptionalLong.empty());

    assertThat(changes()).isEqualTo("""
        {"allowed_addresses":{"from":["192.0.2.0/24"],"to":null},\
        "permissions":{"from":["leads:read","leads:write"],"to":["leads:read"]},\
        "rate_limit":{"from":{"requests":5,"window_seconds":60},"to":null}}""");
  }

  @Test
  void aRotationIsWrittenDownWithTheOldKeysEndAndItsSuccessor() {
    Issuing.Issued issued = issue(KeySettings.named(new Name("Till")));

    shop.keys.rotate(
        shop.scope(), issued.key().id(), new Rotation(Duration.ofSeconds(60), Optional.empty()), OptionalLong.empty());

    assertThat(shop.newEntries().getLast().changes().fields().keySet()).containsExactly("expires_at", "replaced_by");
  }

  @Test
  void aSuccessorIsFoundInTheTrailWithItsRightsAsACreatedKeyIs() {
    Issuing.Issued issued = issue(BOUNDED);

    ApiKey successor = ((Rotating.Rotated) shop.keys.rotate(
        shop.scope(), issued.key().id(), new Rotation(Duration.ofSeconds(60), Optional.empty()), OptionalLong.empty()))
        .key();

    List<AuditEntry> ofSuccessor = shop.newEntries().stream()
        .filter(entry -> entry.subject().equals(successor.id()))
        .toList();
    assertThat(ofSuccessor).singleElement().satisfies(entry -> {
      assertThat(entry.action()).isEqualTo(AuditAction.KEY_CREATED);
      assertThat(entry.actor()).isEqualTo(shop.scope().actor());
      assertThat(entry.changes()).isEqualTo(AuditedFields.created(successor));
      assertThat(entry.changes().fields().get("permissions").from()).isEqualTo(FieldValue.NONE);
      assertThat(entry.changes().text()).contains("\"permissions\":", "\"campaign_access\":", "\"replaces\":");
    });
  }

  @Test
  void whatIsDeletedHasNoChanges() {
    Issuing.Issued issued = issue(KeySettings.named(new Name("Till")));

    shop.keys.delete(shop.scope(), issued.key().id(), OptionalLong.empty());

    assertThat(shop.newEntries().getLast().details()).doesNotContainKey(AuditEntry.CHANGES);
  }

  @Test
  void aMemberIsWrittenDownWithoutAnythingOfThePassword() {
    ChosenPassword password = Shop.chosen("correct horse battery");
    Adding.Added added = (Adding.Added) shop.members
        .add(shop.scope(), new Email("bob@shop.example"), password, Role.VIEWER);
    assertThat(changes())
        .isEqualTo(
            "{\"email\":{\"from\":null,\"to\":\"bob@shop.example\"},\"role\":{\"from\":null,\"to\":\"VIEWER\"}}");

    ChosenPassword other = Shop.chosen("staple correct horse");
    shop.members.change(shop.scope(), added.member().id(), FieldUpdate.to(Role.ADMIN), FieldUpdate.to(other));

    assertThat(changes()).isEqualTo("{\"role\":{\"from\":\"VIEWER\",\"to\":\"ADMIN\"}}");
    assertThat(shop.newEntries().getLast().notes()).containsEntry("changed", "role, password");
  }

  @Test
  void aTenantIsWrittenDownFromWhatToWhat() {
    shop.tenants.change(
        shop.operator, shop.tenant.id(), FieldUpdate.keep(), FieldUpdate.to(TenantStatus.SUSPENDED),
        Optional.of("unpaid"));

    assertThat(changes()).isEqualTo("{\"status\":{\"from\":\"ACTIVE\",\"to\":\"SUSPENDED\"}}");
  }

  @Test
  void aNewCampaignIsWrittenDownWithEveryFieldThatIsSet() {
    Dialing dialing = new Dialing(
        "assistant", "provider", DialerType.POOL, Optional.of(CallingEntity.SQUAD), Optional.of("number"),
        Optional.of("pool"));
    Schedule schedule = new Schedule(
        Optional.of(LocalDate.of(2026, 4, 1)),
        Optional.of(LocalDate.of(2026, 5, 31)),
        Optional.of(new TimeZoneName("Europe/Berlin")),
        Set.of(DayOfWeek.FRIDAY, DayOfWeek.MONDAY),
        Optional.of(LocalTime.of(9, 0)),
        Optional.of(LocalTime.of(17, 30)),
        OptionalInt.of(3),
        OptionalInt.of(1),
        OptionalInt.of(30));
    shop.campaigns.create(
        shop.scope(),
        new CampaignPlan(
            new Name("Spring"), CampaignType.OUTBOUND, dialing, schedule, true,
            Optional.of(new WebhookAddress("https://shop.example/calls"))));

    assertThat(changes()).isEqualTo("""
        {"assistant_id":{"from":null,"to":"assistant"},\
        "consider_voicemail_as_answered":{"from":null,"to":true},\
        "daily_end_time":{"from":null,"to":"17:30:00"},\
        "daily_start_time":{"from":null,"to":"09:00:00"},\
        "days_of_week":{"from":null,"to":["MONDAY","FRIDAY"]},\
        "dialer_type":{"from":null,"to":"POOL"},\
        "end_date":{"from":null,"to":"2026-05-31"},\
        "max_call_attempts":{"from":null,"to":3},\
        "max_daily_attempts":{"from":null,"to":1},\
        "min_gap_between_attempts":{"from":null,"to":30},\
        "name":{"from":null,"to":"Spring"},\
        "phone_number_id":{"from":null,"to":"number"},\
        "phone_number_pool_id":{"from":null,"to":"pool"},\
        "start_date":{"from":null,"to":"2026-04-01"},\
        "status":{"from":null,"to":"DRAFT"},\
        "tenant_voice_provider_id":{"from":null,"to":"provider"},\
        "timezone":{"from":null,"to":"Europe/Berlin"},\
        "type":{"from":null,"to":"OUTBOUND"},\
        "vapi_calling_entity":{"from":null,"to":"SQUAD"},\
        "webhook_url":{"from":null,"to":"https://shop.example/calls"}}""");
  }

  @Test
  void fieldsThatANewCampaignDoesNotSetAreNotWrittenDown() {
    shop.campaigns.create(shop.scope(), Shop.plan(CampaignType.INBOUND));

    assertThat(shop.newEntries().getLast().changes().fields().keySet()).containsExactly(
        "assistant_id", "consider_voicemail_as_answered", "dialer_type", "name", "status", "tenant_voice_provider_id",
        "type");
  }

  private Issuing.Issued issue(KeySettings settings) {
    return (Issuing.Issued) shop.keys.issue(shop.scope(), Environment.LIVE, settings);
  }

  private String changes() {
    return shop.newEntries().getLast().changes().text();
  }
}
