package dev.latchkey.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.address.AddressRange;
import dev.latchkey.domain.id.AuditEventId;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.Id;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.id.TenantId;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AuditEventTest {

  private static final TenantId TENANT = new TenantId(1);
  private static final String PREVIOUS = "ab".repeat(32);
  private static final Instant AT = Instant.parse("2026-03-14T12:00:00.123456Z");
  private static final Optional<InetAddress> ADDRESS = AddressRange.address("192.0.2.7");

  private static final AuditEntry ENTRY = entry(
      2,
      new Actor.Operator(),
      AuditAction.KEY_CREATED,
      new KeyId(3),
      AT,
      ADDRESS,
      Map.of("masked_key", "lk_live_3fK9\u2026a1B2", "name", "Till"));

  private static final AuditEvent EVENT = AuditEvent.linked(TENANT, 4, ENTRY, PREVIOUS);

  @Test
  void aLinkedEventIsIntact() {
    assertThat(EVENT.isIntact()).isTrue();
    assertThat(EVENT.id()).isEqualTo(new AuditEventId(2));
    assertThat(EVENT.hash()).matches("[0-9a-f]{64}");
  }

  @Test
  void anEventInAnotherPlaceIsNotIntact() {
    assertThat(new AuditEvent(new TenantId(9), 4, ENTRY, PREVIOUS, EVENT.hash()).isIntact()).isFalse();
    assertThat(new AuditEvent(TENANT, 5, ENTRY, PREVIOUS, EVENT.hash()).isIntact()).isFalse();
    assertThat(new AuditEvent(TENANT, 4, ENTRY, AuditEvent.ROOT, EVENT.hash()).isIntact()).isFalse();
    assertThat(new AuditEvent(TENANT, 4, ENTRY, PREVIOUS, PREVIOUS).isIntact()).isFalse();
  }

  @Test
  void anEventOfWhichAnythingWasChangedIsNotIntact() {
    List<AuditEntry> forged = new ArrayList<>();
    Actor operator = ENTRY.actor();
    AuditAction action = ENTRY.action();
    Id subject = ENTRY.subject();
    Map<String, String> details = ENTRY.details();
    forged.add(entry(9, operator, action, subject, AT, ADDRESS, details));
    forged.add(entry(2, new Actor.Holder(new KeyId(3)), action, subject, AT, ADDRESS, details));
    forged.add(entry(2, new Actor.Staff(new MemberId(3)), action, subject, AT, ADDRESS, details));
    forged.add(entry(2, operator, AuditAction.KEY_DELETED, subject, AT, ADDRESS, details));
    forged.add(entry(2, operator, action, new KeyId(9), AT, ADDRESS, details));
    forged.add(entry(2, operator, action, new CampaignId(3), AT, ADDRESS, details));
    forged.add(entry(2, operator, action, subject, AT.plusNanos(1_000), ADDRESS, details));
    forged.add(entry(2, operator, action, subject, AT, Optional.empty(), details));
    forged.add(entry(2, operator, action, subject, AT, AddressRange.address("192.0.2.8"), details));
    forged.add(entry(2, operator, action, subject, AT, ADDRESS, Map.of()));
    forged.add(entry(2, operator, action, subject, AT, ADDRESS, Map.of("name", "Till")));
    forged.add(entry(2, operator, action, subject, AT, ADDRESS, with(details, "name", "till")));
    forged.add(entry(2, operator, action, subject, AT, ADDRESS, with(details, "more", "")));

    for (AuditEntry entry : forged) {
      assertThat(new AuditEvent(TENANT, 4, entry, PREVIOUS, EVENT.hash()).isIntact()).as(entry.toString()).isFalse();
    }
  }

  @Test
  void holdersAndMembersOfOneNumberAreDifferentActors() {
    AuditEntry holder = entry(2, new Actor.Holder(new KeyId(7)), ENTRY.action(), ENTRY.subject(), AT, ADDRESS,
        Map.of());
    AuditEntry member = entry(2, new Actor.Staff(new MemberId(7)), ENTRY.action(), ENTRY.subject(), AT, ADDRESS,
        Map.of());

    assertThat(hash(holder)).isNotEqualTo(hash(member));
  }

  @Test
  void detailsThatRunTogetherIntoTheSameLettersHashDifferently() {
    assertThat(
        List.of(
            hash(Map.of("ab", "c")),
            hash(Map.of("a", "bc")),
            hash(Map.of("abc", "")),
            hash(Map.of("", "abc")),
            hash(Map.of("a", "b", "c", "")),
            hash(Map.of("a", "1:b")),
            hash(Map.of("a1:", "b"))))
        .doesNotHaveDuplicates();
  }

  @Test
  void theOrderInWhichDetailsWereGivenDoesNotMatter() {
    TreeMap<String, String> reversed = new TreeMap<>(Comparator.reverseOrder());
    reversed.putAll(ENTRY.details());
    AuditEntry entry = new AuditEntry(ENTRY.id(), ENTRY.actor(), ENTRY.action(), ENTRY.subject(), AT, ADDRESS,
        reversed);

    assertThat(hash(entry)).isEqualTo(EVENT.hash());
  }

  @Test
  void theChangedFieldsAreReadFromTheDetailsAndAreNotAmongTheNotes() {
    FieldChanges changes = FieldChanges.between(Map.of(), Map.of("on", new FieldValue.Flag(true)));
    Map<String, String> details = with(ENTRY.details(), AuditEntry.CHANGES, changes.text());
    AuditEntry entry = entry(2, ENTRY.actor(), ENTRY.action(), ENTRY.subject(), AT, ADDRESS, details);

    assertThat(entry.changes()).isEqualTo(changes);
    assertThat(entry.notes()).isEqualTo(ENTRY.details());
    assertThat(ENTRY.changes()).isEqualTo(FieldChanges.NONE);
    assertThat(ENTRY.notes()).isEqualTo(ENTRY.details());
  }

  @Test
  void theZoneOfAnAddressIsNotPartOfIt() throws UnknownHostException {
    byte[] linkLocal = InetAddress.ofLiteral("fe80::7").getAddress();
    InetAddress zoned = Inet6Address.getByAddress(null, linkLocal, 5);
    InetAddress stored = InetAddress.getByAddress(linkLocal);

    assertThat(hash(at(zoned))).isEqualTo(hash(at(stored)));
  }

  private static AuditEntry at(InetAddress address) {
    return entry(2, ENTRY.actor(), ENTRY.action(), ENTRY.subject(), AT, Optional.of(address), ENTRY.details());
  }

  private static String hash(Map<String, String> details) {
    return hash(entry(2, ENTRY.actor(), ENTRY.action(), ENTRY.subject(), AT, ADDRESS, details));
  }

  private static String hash(AuditEntry entry) {
    return AuditEvent.linked(TENANT, 4, entry, PREVIOUS).hash();
  }

  private static Map<String, String> with(Map<String, String> details, String name, String value) {
    Map<String, String> changed = new TreeMap<>(details);
    changed.put(name, value);
    return changed;
  }

  private static AuditEntry entry(
      long id,
      Actor actor,
      AuditAction action,
      Id subject,
      Instant at,
      Optional<InetAddress> address,
      Map<String, String> details) {
    return new AuditEntry(new AuditEventId(id), actor, action, subject, at, address, new TreeMap<>(details));
  }
}
