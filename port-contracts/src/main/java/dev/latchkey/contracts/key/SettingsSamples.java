package dev.latchkey.contracts.key;

import dev.latchkey.contracts.support.Moments;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.address.AddressRange;
import dev.latchkey.domain.campaign.CampaignType;
import dev.latchkey.domain.grant.Action;
import dev.latchkey.domain.grant.CampaignAccess;
import dev.latchkey.domain.grant.CampaignRule;
import dev.latchkey.domain.grant.CampaignSelector;
import dev.latchkey.domain.grant.Effect;
import dev.latchkey.domain.grant.Grant;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.key.KeyStatus;
import dev.latchkey.domain.key.Period;
import dev.latchkey.domain.rate.RateLimit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Samples of key settings, from minimal to complete. */
public final class SettingsSamples {

  public static final KeySettings PLAIN = KeySettings.named(new Name("Plain"));

  /** Settings that grant nothing, which differs from the default grant. */
  public static final KeySettings NOTHING = new KeySettings(
      new Name("Nothing"),
      KeyStatus.DISABLED,
      new Grant(Set.of(), CampaignAccess.NONE),
      List.of(),
      Optional.empty(),
      Period.ALWAYS);

  /** Settings with every field. */
  static final KeySettings FULLEST = new KeySettings(
      new Name("Fullest \ud83d\udd11"),
      KeyStatus.ACTIVE,
      new Grant(Set.of(Permission.values()), new CampaignAccess(everyKindOfRule())),
      addresses(),
      Optional.of(new RateLimit(1_000_000, Duration.ofSeconds(90))),
      new Period(Optional.of(Moments.DELICATE.get(3)), Optional.of(Moments.DELICATE.getLast())));

  /** Settings with an expiry and without a start. */
  static final KeySettings ENDING = new KeySettings(
      new Name("Ending"),
      KeyStatus.ACTIVE,
      new Grant(Set.of(Permission.AUDIT_READ), CampaignAccess.EVERYWHERE),
      AddressRange.of("192.0.2.7").stream().toList(),
      Optional.of(new RateLimit(1, Duration.ofDays(1))),
      new Period(Optional.empty(), Optional.of(Moments.DELICATE.get(2))));

  static final List<KeySettings> ALL = List.of(PLAIN, NOTHING, FULLEST, ENDING);

  private SettingsSamples() {}

  /** Returns rules in an order that no sorting produces, one of them twice. */
  private static List<CampaignRule> everyKindOfRule() {
    Set<Action> both = Set.of(Action.READ, Action.WRITE);
    CampaignRule everything = new CampaignRule(Effect.ALLOW, both, new CampaignSelector.All());
    CampaignSelector some = new CampaignSelector.Named(
        Set.of(new CampaignId(1), new CampaignId(1L << 53 | 1), CampaignId.UNKNOWN));
    return List.of(
        new CampaignRule(Effect.DENY, Set.of(Action.WRITE), some),
        everything,
        new CampaignRule(Effect.ALLOW, Set.of(Action.READ), new CampaignSelector.OfType(CampaignType.INBOUND)),
        new CampaignRule(Effect.DENY, both, new CampaignSelector.OfType(CampaignType.OUTBOUND)),
        everything,
        new CampaignRule(Effect.ALLOW, Set.of(Action.READ), new CampaignSelector.Named(Set.of())));
  }

  private static List<AddressRange> addresses() {
    return Stream.of(
        "198.51.100.7", "192.0.2.0/24", "2001:db8::/32", "0.0.0.0/0", "::/0", "2001:db8::1", "::ffff:10.1.2.3/112")
        .map(text -> AddressRange.of(text).orElseThrow())
        .toList();
  }
}
