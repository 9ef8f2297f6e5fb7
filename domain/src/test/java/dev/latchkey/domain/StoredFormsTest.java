package dev.latchkey.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.address.AddressRange;
import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.ChainHead;
import dev.latchkey.domain.audit.FieldChanges;
import dev.latchkey.domain.audit.FieldValue;
import dev.latchkey.domain.audit.MacInput;
import dev.latchkey.domain.id.AuditEventId;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.Id;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.id.LeadId;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.key.format.Environment;
import dev.latchkey.domain.key.format.KeyFormat;
import dev.latchkey.domain.key.format.KeyReading;
import dev.latchkey.domain.key.format.PresentedKey;
import dev.latchkey.domain.tenant.SessionToken;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Literal values of everything in the domain that is stored, hashed or handed out. They were computed by another program:
 * where one of these tests fails, rows that exist are not read any more, or chains that exist are broken.
 */
class StoredFormsTest {

  private static final String PREVIOUS = "ab".repeat(32);
  private static final Instant AT = Instant.parse("2026-03-14T12:00:00.123456Z");
  private static final Map<String, String> DETAILS = Map.of("masked_key", "lk_live_3fK9\u2026a1B2", "name", "Till");

  /** Of every action, in the order of their declaration. */
  private static final Map<String, String> ACTIONS = Map.ofEntries(
      Map.entry("tenant.created", "f657abffcccad3c20436f3f05ac515830007e4992f445a980d67eeed706e3e78"),
      Map.entry("tenant.renamed", "f2ecddc8a1f980a56bb0d42dd9a35a6ccf81b982ceb7e18f2dcd7462576ef63f"),
      Map.entry("tenant.suspended", "966834a80d011b8c41f52adc6cc8dc7d518c2a974b33b2e7981a66ec4aecd155"),
      Map.entry("tenant.reactivated", "c873a5b3b0f177abf3039487c5464316e39d62b0ad2b2c7527f6dc8f8cfca5da"),
      Map.entry("api_key.created", "92ea1c4f9ada8dc3c51050542fb455b821a60dfc6a2e7f54d28e03bf76216254"),
      Map.entry("api_key.changed", "ab0b38a6027a15bbe36cda3cd44993c7d728b9a1ea871397fdb21451d545e2b2"),
      Map.entry("api_key.disabled", "74c5c639d4794d4fe20e03d1e42493955b729f3f4145df943ebbe0b97ba62e7f"),
      Map.entry("api_key.enabled", "04fe18ef051735109de8c86621cc9af2d16b01d30a26076669a41d0107f4679e"),
      Map.entry("api_key.rotated", "d89477c12ac34a855a08136f0b9b66c98c2f7562fd08e47ae1629cd0f605c7d5"),
      Map.entry("api_key.deleted", "8a8eb8f96f858401d06f844e2effd651157c251604962d5c6fc0e9f772a508e9"),
      Map.entry("member.added", "bbe3828962c4210f22e4d8dfccc5971f2792d546d1cd95e1568def28ffdc9c37"),
      Map.entry("member.changed", "616c2924c260c6f075f2fee8a12dd4f861109e706b0fcc5acb9d1e832f585de4"),
      Map.entry("member.removed", "31feddeb6f3123426177d3017486eb47ab497773e3e67cc8717b576ac02b346f"),
      Map.entry("campaign.created", "c074df53142d17a2b80cd3bf3808877a839289615bc77253e8c85bd94eb1d92f"),
      Map.entry("campaign.changed", "c7965e1775c38c9748f54cf1393f238ec442ebb72b7e25ab499da8d08881100a"));

  /** Of every kind of subject. */
  private static final Map<Class<? extends Id>, String> SUBJECTS = Map.of(
      TenantId.class, "829f1ea78bcdf4d62067188e96bed58a76f3ae35eb6d0436a286bd233b3a72ca",
      KeyId.class, "92ea1c4f9ada8dc3c51050542fb455b821a60dfc6a2e7f54d28e03bf76216254",
      CampaignId.class, "566da14f8a1475876d439c8a61e766f5e5108acbc929fe4dc82de65a6445389b",
      LeadId.class, "d1402b7b3e4f6749d3aa9c4ead0eb17887ca0ccc171e8554240d56928acc4b1c",
      MemberId.class, "8ae649337d4b08264c8c710db8d0f130fb1ddba51b319b1599721a9ae29fe8e3",
      AuditEventId.class, "8236a6d5b8928bcabc90ff6e510dbf4b072748b844c958859725edf2680156bf");

  @Test
  void theHashOfEveryActionIsAsItEverWas() {
    assertThat(AuditAction.values()).extracting(AuditAction::label)
        .containsExactlyInAnyOrderElementsOf(ACTIONS.keySet());
    for (AuditAction action : AuditAction.values()) {
      assertThat(hash(new Actor.Operator(), action, new KeyId(3))).as(action.label())
          .isEqualTo(ACTIONS.get(action.label()));
    }
  }

  @Test
  void theHashOfEveryKindOfSubjectIsAsItEverWas() {
    assertThat(SUBJECTS.keySet()).isEqualTo(Set.of(Id.class.getPermittedSubclasses()));
    for (Id subject : List.of(
        new TenantId(3), new KeyId(3), new CampaignId(3), new LeadId(3), new MemberId(3), new AuditEventId(3))) {
      assertThat(hash(new Actor.Operator(), AuditAction.KEY_CREATED, subject)).as(subject.toString())
          .isEqualTo(SUBJECTS.get(subject.getClass()));
    }
  }

  @Test
  void theHashOfEveryKindOfActorIsAsItEverWas() {
    assertThat(Actor.class.getPermittedSubclasses())
        .containsExactlyInAnyOrder(Actor.Operator.class, Actor.Holder.class, Actor.Staff.class);
    assertThat(hash(new Actor.Operator(), AuditAction.KEY_CREATED, new KeyId(3)))
        .isEqualTo("92ea1c4f9ada8dc3c51050542fb455b821a60dfc6a2e7f54d28e03bf76216254");
    assertThat(hash(new Actor.Holder(new KeyId(5)), AuditAction.KEY_CREATED, new KeyId(3)))
        .isEqualTo("d6bc0b56b3d1d0caecafd3c4cd674320856b2b43e9d5a3e2691dbdfa17a536b4");
    assertThat(hash(new Actor.Staff(new MemberId(6)), AuditAction.KEY_CREATED, new KeyId(3)))
        .isEqualTo("fd47695d3b57d37fe4204b6def3b8eb6de74579982a7a2d95ccc6e22f6c4f650");
  }

  @Test
  void theHashOfAddressesAndOfAnEventWithoutAnyIsAsItEverWas() {
    assertThat(hash(AuditAction.KEY_CREATED, AT, "2001:db8::1", DETAILS))
        .isEqualTo("12737c5fc63ef7bc458772444334176e461c7788ab6e9b5e69bc03913ef9a148");
    assertThat(hash(AuditAction.KEY_CREATED, Instant.parse("2026-03-14T12:00:00Z"), "none", Map.of()))
        .isEqualTo("079ef071cd35f3aa0c803e71dfea8e1b5249c8d484187cb17a8c84247396314e");
  }

  @Test
  void theHashOfAnEventWithChangesIsAsItEverWas() {
    FieldChanges changes = FieldChanges.between(
        Map.of("status", new FieldValue.Text("ACTIVE")), Map.of("status", new FieldValue.Text("DISABLED")));
    Map<String, String> details = new TreeMap<>(DETAILS);
    details.put("changed", changes.names());
    details.put(AuditEntry.CHANGES, changes.text());

    assertThat(changes.text()).isEqualTo("{\"status\":{\"from\":\"ACTIVE\",\"to\":\"DISABLED\"}}");
    assertThat(hash(AuditAction.KEY_DISABLED, AT, "192.0.2.7", details))
        .isEqualTo("a80f0f849a78b42812e97ac4489fc67b1b595c4b4bd899b67b93a6fb7819f835");
  }

  @Test
  void aChainBeginsWithZeros() {
    assertThat(AuditEvent.ROOT).isEqualTo("0000000000000000000000000000000000000000000000000000000000000000");
  }

  @Test
  void whatAMacCoversIsAsItEverWas() {
    AuditEvent event = new AuditEvent(new TenantId(123), 42, entry(DETAILS), "previous", PREVIOUS);

    assertThat(new String(MacInput.of(event).bytes(), StandardCharsets.UTF_8))
        .isEqualTo("latchkey audit event v1\n123\n42\n" + PREVIOUS);
    assertThat(new String(MacInput.of(new TenantId(123), new ChainHead(42, PREVIOUS)).bytes(), StandardCharsets.UTF_8))
        .isEqualTo("latchkey audit head v1\n123\n42\n" + PREVIOUS);
  }

  @ParameterizedTest
  @CsvSource({
      "LIVE, lk_live_1TCKi1nFuNh_ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef2sHGZ4, lk_live_1TCK\u2026HGZ4",
      "STAGING, lk_staging_1TCKi1nFuNh_ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef15PFx5, lk_staging_1TCK\u2026PFx5",
      "DEV, lk_dev_1TCKi1nFuNh_ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef1fCM9r, lk_dev_1TCK\u2026CM9r"})
  void aKeyIsWrittenAndReadAsItEverWas(Environment environment, String text, String masked) {
    KeyReading.WellFormed read = (KeyReading.WellFormed) KeyFormat.read(new PresentedKey(text));

    assertThat(read.key().environment()).isEqualTo(environment);
    assertThat(read.key().id()).isEqualTo(new KeyId(1234567890123456789L));
    assertThat(new String(read.key().secret().reveal(), StandardCharsets.US_ASCII))
        .isEqualTo("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef");
    assertThat(read.key().reveal()).isEqualTo(text);
    assertThat(read.key().mask().value()).isEqualTo(masked);
    assertThat(KeyFormat.handle(read.key().id())).isEqualTo("1TCKi1nFuNh");
  }

  @Test
  void everyEnvironmentHasAVector() {
    assertThat(Environment.values()).extracting(Enum::name).containsExactlyInAnyOrder("LIVE", "STAGING", "DEV");
  }

  @Test
  void theDigestOfASessionIsAsItEverWas() {
    assertThat(new SessionToken("a session token").digest())
        .isEqualTo("831ebc49d01183329554508c8ac442339dbd341e7783ece7325deb15995a3ad9");
  }

  private static String hash(Actor actor, AuditAction action, Id subject) {
    AuditEntry entry = new AuditEntry(
        new AuditEventId(2), actor, action, subject, AT, AddressRange.address("192.0.2.7"), new TreeMap<>(DETAILS));
    return AuditEvent.linked(new TenantId(1), 4, entry, PREVIOUS).hash();
  }

  private static String hash(AuditAction action, Instant at, String address, Map<String, String> details) {
    AuditEntry entry = new AuditEntry(
        new AuditEventId(2), new Actor.Operator(), action, new KeyId(3), at, AddressRange.address(address),
        new TreeMap<>(details));
    return AuditEvent.linked(new TenantId(1), 4, entry, PREVIOUS).hash();
  }

  private static AuditEntry entry(Map<String, String> details) {
    return new AuditEntry(
        new AuditEventId(2), new Actor.Operator(), AuditAction.KEY_CREATED, new KeyId(3), AT, Optional.empty(),
        new TreeMap<>(details));
  }
}
