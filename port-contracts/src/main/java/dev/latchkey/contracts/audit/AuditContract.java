package dev.latchkey.contracts.audit;

import static dev.latchkey.contracts.support.Household.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.port.out.ForReadingTheTrail;
import dev.latchkey.application.port.out.Written;
import dev.latchkey.contracts.key.SettingsSamples;
import dev.latchkey.contracts.support.Household;
import dev.latchkey.contracts.support.Moments;
import dev.latchkey.contracts.support.NewIds;
import dev.latchkey.contracts.support.PlanSamples;
import dev.latchkey.contracts.support.Promise;
import dev.latchkey.contracts.support.Race;
import dev.latchkey.contracts.support.StoreContract;
import dev.latchkey.contracts.support.TimeZones;
import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.address.AddressRange;
import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.ChainLink;
import dev.latchkey.domain.id.AuditEventId;
import dev.latchkey.domain.id.Id;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.key.ApiKey;
import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** The promises about the audit events that the storing ports write with their changes. */
public interface AuditContract extends StoreContract {

  @Test
  @Promise(of = ForReadingTheTrail.class, says = "Read access to the audit events that the stores write together with "
      + "each change.")
  default void changesThroughEveryPortFollowOneAnotherInOneChain() {
    Household household = Household.in(store());
    ApiKey key = household.stored(household.key("Till"));
    household.stored(household.campaign(PlanSamples.LEAST));
    store().keys().replace(household.scope(), key.with(SettingsSamples.PLAIN), changeOf(household, key.id()));
    store()
        .tenants()
        .replace(
            OPERATOR,
            household.tenant().changed(FieldUpdate.to(new Name("Renamed")), FieldUpdate.keep()),
            household.entry(AuditAction.TENANT_RENAMED, household.id()));
    ApiKey last = key.with(SettingsSamples.PLAIN);
    store().keys().remove(household.scope(), last, household.entry(AuditAction.KEY_DELETED, key.id()));

    assertThat(household.entries())
        .extracting(AuditEntry::action)
        .containsExactly(
            AuditAction.KEY_CREATED,
            AuditAction.CAMPAIGN_CREATED,
            AuditAction.KEY_CHANGED,
            AuditAction.TENANT_RENAMED,
            AuditAction.KEY_DELETED);
    household.assertChained();
  }

  @Test
  @Promise(of = ForReadingTheTrail.class, says = "Each tenant has a chain of its own, to which concurrent changes "
      + "are appended one after the other.")
  default void everyTenantHasAChainOfItsOwn() {
    Household household = Household.in(store());
    Household other = Household.in(store());
    household.stored(household.key("1"));
    other.stored(other.key("2"));
    household.stored(household.key("3"));

    assertThat(household.entries()).hasSize(2);
    assertThat(other.entries()).hasSize(1);
    household.assertChained();
    other.assertChained();
  }

  @Test
  @Promise(of = Written.class, says = "Nothing was written.")
  default void aStaleChangeLeavesNoGapInTheChain() {
    Household household = Household.in(store());
    ApiKey key = household.stored(household.key("Till"));
    ApiKey early = key.with(SettingsSamples.PLAIN).with(SettingsSamples.NOTHING);

    assertThat(store().keys().replace(household.scope(), early, changeOf(household, key.id())))
        .isEqualTo(Written.STALE);
    household.stored(household.key("Next"));

    assertThat(household.entries()).hasSize(2);
    household.assertChained();
  }

  @Test
  @Promise(of = ForReadingTheTrail.class, says = "Each tenant has a chain of its own, to which concurrent changes "
      + "are appended one after the other.")
  default void changesOfDifferentThingsAtOnceAreAllDoneAndChained() throws Exception {
    for (int round = 0; round < Race.ROUNDS; round++) {
      Household household = Household.in(store());
      List<ApiKey> keys = new ArrayList<>();
      for (int i = 0; i < Race.CONTESTANTS; i++) {
        keys.add(household.stored(household.key("Till " + i)));
      }

      List<Written> ends = Race.of(
          i -> {
            ApiKey key = keys.get(i);
            AuditEntry entry = changeOf(household, key.id());
            return () -> store().keys().replace(household.scope(), key.with(SettingsSamples.NOTHING), entry);
          });

      assertThat(ends).containsOnly(Written.DONE);
      assertThat(household.entries()).hasSize(2 * Race.CONTESTANTS);
      household.assertChained();
    }
  }

  @Test
  @Promise(of = ForReadingTheTrail.class, says = "An event is returned as it was written, with its time to the "
      + "microsecond.")
  default void everythingThatAnEntrySaysComesBackAsItWasStored() {
    Household household = Household.in(store());
    KeyId key = new KeyId(NewIds.next());
    MemberId member = new MemberId(NewIds.next());
    List<Actor> actors = List.of(new Actor.Operator(), new Actor.Holder(key), new Actor.Staff(member));
    List<Optional<InetAddress>> addresses = List.of(Optional.empty(), AddressRange.address("192.0.2.7"),
        AddressRange.address("2001:db8::7"));
    List<Id> subjects = List.of(household.id(), key, member);
    List<AuditEntry> stored = new ArrayList<>();
    for (AuditAction action : AuditAction.values()) {
      int turn = stored.size() % 3;
      stored.add(
          new AuditEntry(
              new AuditEventId(NewIds.next()),
              actors.get(turn),
              action,
              subjects.get(turn),
              Moments.DELICATE.get(stored.size() % Moments.DELICATE.size()),
              addresses.get(stored.size() / 3 % 3),
              new TreeMap<>(turn == 0 ? Map.of() : details())));
    }

    stored.forEach(entry -> store().keys().add(household.scope(), household.key("Till"), entry));

    assertThat(household.entries()).containsExactlyElementsOf(stored);
    assertThat(store().trail().following(household.scope(), 0, stored.size()))
        .extracting(link -> ((ChainLink.Whole) link).event().entry())
        .containsExactlyElementsOf(stored);
    household.assertChained();
  }

  @Test
  @Promise(of = ForReadingTheTrail.class, says = "An event is returned as it was written, with its time to the "
      + "microsecond.")
  @ResourceLock(Resources.TIME_ZONE)
  default void anEventIsIntactInEveryTimeZone() {
    for (Instant moment : Moments.DELICATE) {
      TimeZones.writtenAndReadInEvery(
          () -> {
            Household household = Household.in(store());
            AuditEntry any = household.entry(AuditAction.KEY_CREATED, household.id());
            AuditEntry entry = new AuditEntry(
                any.id(), any.actor(), any.action(), any.subject(), moment, any.address(), any.details());
            store().keys().add(household.scope(), household.key("Till"), entry);
            return household;
          },
          household -> {
            assertThat(store().auditOf(household.id())).extracting(AuditEvent::isIntact).containsExactly(true);
            assertThat(household.entries()).extracting(AuditEntry::at).containsExactly(moment);
          });
    }
  }

  private static AuditEntry changeOf(Household household, KeyId key) {
    return household.entry(AuditAction.KEY_CHANGED, key);
  }

  private static Map<String, String> details() {
    return Map.of(
        "name",
        "\ud83d\udd11 Re\u0301sume\u0301 \"%_\\",
        "Name",
        "",
        "masked_key",
        "lk_live_3fK9\u2026a1B2",
        "a.b['c'] $",
        "line\nbreak");
  }
}
