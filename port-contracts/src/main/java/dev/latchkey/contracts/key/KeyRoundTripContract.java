package dev.latchkey.contracts.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.port.out.ForStoringKeys;
import dev.latchkey.contracts.support.Household;
import dev.latchkey.contracts.support.LookAlikes;
import dev.latchkey.contracts.support.Moments;
import dev.latchkey.contracts.support.NewIds;
import dev.latchkey.contracts.support.Promise;
import dev.latchkey.contracts.support.StoreContract;
import dev.latchkey.contracts.support.TimeZones;
import dev.latchkey.contracts.support.Visitors;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.KeyFilter;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.key.Period;
import dev.latchkey.domain.key.format.Environment;
import dev.latchkey.domain.key.format.PlainKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** The promises about reading a stored key. */
public interface KeyRoundTripContract extends StoreContract {

  @Test
  @Promise(of = ForStoringKeys.class, says = "Every value is returned as it was stored: texts to the character, "
      + "times to the microsecond.")
  default void everySettingOfAKeyComesBackAsItWasStored() {
    Household household = Household.in(store());
    for (KeySettings settings : SettingsSamples.ALL) {
      ApiKey key = household.stored(household.key(new KeyId(NewIds.next()), settings));

      assertThat(household.find(key)).contains(key);
      assertThat(store().keys().list(household.scope(), KeyFilter.ALL, Moments.NOW, PageRequest.first(1)).items())
          .containsExactly(key);
      assertThat(store().credentials().find(key.id()).orElseThrow().key()).isEqualTo(key);
    }
  }

  @Test
  @Promise(of = ForStoringKeys.class, says = "Every value is returned as it was stored: texts to the character, "
      + "times to the microsecond.")
  default void whereAKeyComesFromAndWentComesBackAsItWasStored() {
    Household household = Household.in(store());
    KeyId before = household.stored(household.key("Before")).id();
    KeyId after = household.stored(household.key("After")).id();
    List<Actor> makers = List.of(new Actor.Operator(), new Actor.Holder(before),
        new Actor.Staff(new MemberId(NewIds.next())));
    for (Actor maker : makers) {
      for (Environment environment : Environment.values()) {
        PlainKey plain = Visitors.plain(environment, new KeyId(NewIds.next()));
        ApiKey key = household.stored(
            new ApiKey(
                plain.id(),
                household.id(),
                environment,
                plain.mask(),
                Visitors.seal("v2"),
                SettingsSamples.PLAIN,
                maker,
                Moments.NOW,
                Optional.of(before),
                Optional.of(after),
                Optional.of(Moments.DELICATE.get(4)),
                7));

        assertThat(household.find(key)).contains(key);
      }
    }
  }

  @Test
  @Promise(of = ForStoringKeys.class, says = "Every value is returned as it was stored: texts to the character, "
      + "times to the microsecond.")
  default void theNameOfAKeyComesBackByteForByte() {
    Household household = Household.in(store());
    for (Name name : LookAlikes.NAMES) {
      ApiKey key = household.stored(household.key(name.value()));

      assertThat(household.find(key).orElseThrow().settings().name().value()).isEqualTo(name.value());
    }
  }

  @Test
  @Promise(of = ForStoringKeys.class, says = "Every value is returned as it was stored: texts to the character, "
      + "times to the microsecond.")
  @ResourceLock(Resources.TIME_ZONE)
  default void timesOfAKeyComeBackToTheMicrosecondInEveryTimeZone() {
    Household household = Household.in(store());
    for (Instant moment : Moments.DELICATE) {
      TimeZones.writtenAndReadInEvery(
          () -> household.stored(keyOf(household, moment)), key -> assertThat(household.find(key)).contains(key));
    }
  }

  private static ApiKey keyOf(Household household, Instant moment) {
    PlainKey plain = Visitors.plain(Environment.LIVE, new KeyId(NewIds.next()));
    KeySettings always = SettingsSamples.PLAIN;
    KeySettings within = new KeySettings(
        always.name(),
        always.status(),
        always.grant(),
        always.allowedAddresses(),
        always.rateLimit(),
        new Period(Optional.of(moment), Optional.of(moment.plusNanos(1_000))));
    return ApiKey.made(plain, Visitors.seal("v1"), household.id(), within, new Actor.Operator(), moment);
  }
}
