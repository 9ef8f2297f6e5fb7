package dev.latchkey.adapters.dashboard.key;

import dev.latchkey.domain.address.AddressRange;
import dev.latchkey.domain.grant.Action;
import dev.latchkey.domain.grant.CampaignAccess;
import dev.latchkey.domain.grant.CampaignRule;
import dev.latchkey.domain.grant.CampaignSelector;
import dev.latchkey.domain.grant.Effect;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.PublicId;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.key.format.Environment;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The fields of a key's form as typed, valid or not.
 *
 * @param environment a label; fixed after the key is created
 * @param permissions labels
 * @param access one of {@link Access}
 * @param campaigns the selected ids, for {@link Access#SELECTED}
 * @param rules one per line, for {@link Access#CUSTOM}
 * @param addresses one per line
 */
public record KeyFields(
    String name,
    String environment,
    Set<String> permissions,
    String access,
    Set<String> campaigns,
    String rules,
    String notBefore,
    String expiresAt,
    String addresses,
    String requests,
    String window) {

  /** The kinds of campaign access. */
  public enum Access {
    ALL,
    SELECTED,
    CUSTOM
  }

  private static final Set<Action> EVERY_ACTION = Set
      .of(Action.values());

  /** Returns the fields for a new key. */
  public static KeyFields empty() {
    return new KeyFields(
        "",
        Environment.DEV.label(),
        labels(Permission.BY_DEFAULT),
        Access.ALL.name(),
        Set.of(),
        "",
        "",
        "",
        "",
        "",
        "");
  }

  /** Returns the fields of an existing key. */
  public static KeyFields of(ApiKey key) {
    KeySettings settings = key.settings();
    CampaignAccess access = settings.grant().campaignAccess();
    Optional<Set<CampaignId>> selected = selected(access);
    Access kind = access.equals(CampaignAccess.EVERYWHERE)
        ? Access.ALL
        : selected.isPresent() ? Access.SELECTED : Access.CUSTOM;
    return new KeyFields(
        settings.name().value(),
        key.environment().label(),
        labels(settings.grant().permissions()),
        kind.name(),
        selected.orElse(Set.of()).stream().map(PublicId::of).collect(Collectors.toUnmodifiableSet()),
        kind == Access.CUSTOM ? RuleLines.of(access) : "",
        settings.period().notBefore().map(KeyFields::written).orElse(""),
        settings.period().expiresAt().map(KeyFields::written).orElse(""),
        settings.allowedAddresses().stream().map(AddressRange::toString).collect(Collectors.joining("\n")),
        settings.rateLimit().map(limit -> Integer.toString(limit.requests())).orElse(""),
        settings.rateLimit().map(limit -> Long.toString(limit.window().toSeconds())).orElse(""));
  }

  public boolean has(Permission permission) {
    return permissions.contains(permission.label());
  }

  public boolean has(CampaignId campaign) {
    return campaigns.contains(PublicId.of(campaign));
  }

  public boolean isFor(Environment other) {
    return environment.equals(other.label());
  }

  public boolean gives(Access other) {
    return access.equals(other.name());
  }

  /** Creates the access that allows every action on these campaigns and none on others. */
  public static CampaignAccess selecting(Set<CampaignId> campaigns) {
    return new CampaignAccess(
        List.of(new CampaignRule(Effect.ALLOW, EVERY_ACTION, new CampaignSelector.Named(campaigns))));
  }

  private static Optional<Set<CampaignId>> selected(CampaignAccess access) {
    return access.rules().size() == 1
        && access.rules().getFirst().campaigns() instanceof CampaignSelector.Named(Set<CampaignId> campaigns)
        && access.equals(selecting(campaigns))
            ? Optional.of(campaigns)
            : Optional.empty();
  }

  /** Formats to the minute, in the format of browser date and time fields. */
  private static String written(Instant moment) {
    return LocalDateTime.ofInstant(moment.truncatedTo(ChronoUnit.MINUTES), ZoneOffset.UTC).toString();
  }

  private static Set<String> labels(Set<Permission> permissions) {
    return permissions.stream().map(Permission::label).collect(Collectors.toUnmodifiableSet());
  }
}
