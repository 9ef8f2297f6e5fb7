package dev.latchkey.domain.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.address.AddressRange;
import dev.latchkey.domain.grant.CampaignAccess;
import dev.latchkey.domain.grant.Grant;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.rate.RateLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyChangeTest {

  private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");

  private static final KeySettings FULL = new KeySettings(
      new Name("Full"),
      KeyStatus.DISABLED,
      new Grant(Set.of(Permission.AUDIT_READ), CampaignAccess.NONE),
      AddressRange.of("192.0.2.0/24").stream().toList(),
      Optional.of(new RateLimit(5, Duration.ofMinutes(1))),
      new Period(Optional.of(NOON), Optional.of(NOON.plusSeconds(1))));

  private static final KeySettings PLAIN = KeySettings.named(new Name("Plain"));

  @Test
  void aKeyOfWhichOnlyTheNameIsGivenMayUseCampaignsAndLeadsAndManageNothing() {
    assertThat(PLAIN.status()).isEqualTo(KeyStatus.ACTIVE);
    assertThat(PLAIN.grant().campaignAccess()).isEqualTo(CampaignAccess.EVERYWHERE);
    assertThat(PLAIN.grant().permissions())
        .containsExactlyInAnyOrder(
            Permission.LEADS_READ,
            Permission.LEADS_WRITE,
            Permission.CAMPAIGNS_READ,
            Permission.CAMPAIGNS_WRITE);
  }

  @Test
  void renamingChangesNothingElse() {
    KeySettings renamed = KeyChange.renamed(new Name("New")).of(FULL);

    assertThat(renamed.name()).isEqualTo(new Name("New"));
    assertThat(KeyChange.renamed(FULL.name()).of(renamed)).isEqualTo(FULL);
  }

  @Test
  void switchingChangesNothingElse() {
    KeySettings switched = KeyChange.switched(KeyStatus.ACTIVE).of(FULL);

    assertThat(switched.status()).isEqualTo(KeyStatus.ACTIVE);
    assertThat(KeyChange.switched(FULL.status()).of(switched)).isEqualTo(FULL);
  }

  @Test
  void whatIsNamedIsSet() {
    assertThat(to(FULL).of(PLAIN)).isEqualTo(FULL);
  }

  @Test
  void whatIsNamedWithNothingIsCleared() {
    assertThat(to(PLAIN).of(FULL)).isEqualTo(PLAIN);
  }

  @Test
  void theEndOfAPeriodChangesWithoutItsBeginning() {
    KeyChange ending = new KeyChange(
        FieldUpdate.keep(),
        FieldUpdate.keep(),
        FieldUpdate.keep(),
        FieldUpdate.keep(),
        FieldUpdate.keep(),
        FieldUpdate.keep(),
        FieldUpdate.keep(),
        FieldUpdate.to(Optional.empty()));

    assertThat(ending.of(FULL).period()).isEqualTo(new Period(Optional.of(NOON), Optional.empty()));
  }

  @Test
  void theFieldsOfAChangeAreThoseThatItNames() {
    assertThat(KeyChange.renamed(new Name("New")).fields()).containsExactly("name");
    assertThat(KeyChange.switched(KeyStatus.ACTIVE).fields()).containsExactly("status");
    assertThat(to(FULL).fields())
        .containsExactly(
            "name",
            "status",
            "permissions",
            "campaign_access",
            "allowed_addresses",
            "rate_limit",
            "not_before",
            "expires_at");
  }

  private static KeyChange to(KeySettings wanted) {
    return new KeyChange(
        FieldUpdate.to(wanted.name()),
        FieldUpdate.to(wanted.status()),
        FieldUpdate.to(wanted.grant().permissions()),
        FieldUpdate.to(wanted.grant().campaignAccess()),
        FieldUpdate.to(List.copyOf(wanted.allowedAddresses())),
        FieldUpdate.to(wanted.rateLimit()),
        FieldUpdate.to(wanted.period().notBefore()),
        FieldUpdate.to(wanted.period().expiresAt()));
  }
}
