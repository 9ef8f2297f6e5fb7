package dev.latchkey.adapters.dashboard.key;

import dev.latchkey.adapters.dashboard.frame.Frame;
import dev.latchkey.adapters.dashboard.frame.Framed;
import dev.latchkey.domain.grant.CampaignAccess;
import dev.latchkey.domain.grant.CampaignSelector;
import dev.latchkey.domain.grant.Effect;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.KeyState;
import dev.latchkey.domain.key.KeyStatus;
import dev.latchkey.domain.key.Period;
import dev.latchkey.domain.key.format.KeyFormat;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One row of the list of keys.
 *
 * @param justSwitched whether the status was just switched in place, so that the row announces the outcome
 */
public record KeyListItem(Frame frame, ApiKey key, Instant now, boolean justSwitched) implements Framed {

  public String name() {
    return key.settings().name().value();
  }

  /** Returns the key's handle, which distinguishes the elements of this row from those of other rows. */
  public String handle() {
    return KeyFormat.handle(key.id());
  }

  public boolean active() {
    return key.settings().status() == KeyStatus.ACTIVE;
  }

  public KeyStatus other() {
    return active() ? KeyStatus.DISABLED : KeyStatus.ACTIVE;
  }

  /** Returns the label of the key's state. */
  public String state() {
    return language().text("keys.state." + key.stateAt(now).label());
  }

  public boolean inForce() {
    return key.stateAt(now) == KeyState.IN_FORCE;
  }

  /** Returns the label of the key's environment. */
  public String environment() {
    return language().text("environment." + key.environment().label());
  }

  /** Returns a supplement to the state, such as a pending rotation; empty where there is none. */
  public Optional<String> caveat() {
    Period period = key.settings().period();
    if (key.replacedBy().isPresent()) {
      return Optional.of(
          language().text(period.isOverAt(now) ? "keys.caveat.rotated" : "keys.caveat.rotating"));
    }
    return period.startsAfter(now)
        ? period.notBefore().map(start -> language().text("keys.caveat.early", language().moment(start)))
        : Optional.empty();
  }

  public String permissions() {
    Set<Permission> permissions = key.settings().grant().permissions();
    if (permissions.isEmpty()) {
      return language().text("keys.permissions.none");
    }
    if (permissions.equals(Permission.BY_DEFAULT)) {
      return language().text("keys.permissions.default");
    }
    return permissions.size() == Permission.values().length
        ? language().text("keys.permissions.all")
        : permissions.stream().sorted().map(Permission::label).collect(Collectors.joining(", "));
  }

  public String access() {
    CampaignAccess access = key.settings().grant().campaignAccess();
    if (access.equals(CampaignAccess.EVERYWHERE)) {
      return language().text("keys.access.all");
    }
    if (access.rules().stream().noneMatch(rule -> rule.effect() == Effect.ALLOW)) {
      return language().text("keys.access.none");
    }
    return switch (access.rules().getFirst().campaigns()) {
      case CampaignSelector.Named(var campaigns) when access.rules().size() == 1 ->
        language().text("keys.access.selected", campaigns.size());
      case CampaignSelector.Named _,CampaignSelector.All _,CampaignSelector.OfType _ ->
        language().text("keys.access.rules", access.rules().size());
    };
  }

  public String lastUsed() {
    return key.lastUsedAt().map(language()::moment).orElseGet(() -> language().text("keys.last-used.never"));
  }

  public String expiry() {
    return key.settings().period().expiresAt().map(language()::moment)
        .orElseGet(() -> language().text("keys.expiry.never"));
  }

  /** Returns whether the member may change the key. */
  public boolean changeable() {
    return frame.changesKeys();
  }

  public boolean rotatable() {
    return key.rotationObstacle(now).isEmpty();
  }

  /** Returns the announcement of a switch in place. */
  public String outcome() {
    return language().text(active() ? "keys.switched.on" : "keys.switched.off", name());
  }
}
