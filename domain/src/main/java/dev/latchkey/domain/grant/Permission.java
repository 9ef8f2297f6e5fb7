package dev.latchkey.domain.grant;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What a key may do. */
public enum Permission {
  LEADS_READ("leads:read", Action.READ),
  LEADS_WRITE("leads:write", Action.WRITE),
  CAMPAIGNS_READ("campaigns:read", Action.READ),
  CAMPAIGNS_WRITE("campaigns:write", Action.WRITE),
  API_KEYS_READ("api_keys:read", Action.READ),
  API_KEYS_WRITE("api_keys:write", Action.WRITE),
  AUDIT_READ("audit:read", Action.READ);

  /** What a key gets when none is named; the three that manage are only ever given by name. */
  public static final Set<Permission> BY_DEFAULT = Collections
      .unmodifiableSet(EnumSet.of(LEADS_READ, LEADS_WRITE, CAMPAIGNS_READ, CAMPAIGNS_WRITE));

  private final String label;
  private final Action action;

  Permission(String label, Action action) {
    this.label = label;
    this.action = action;
  }

  /** The name in the API, for example {@code leads:read}. */
  public String label() {
    return label;
  }

  /** What using it amounts to, where a campaign's rules are asked. */
  public Action action() {
    return action;
  }

  /** Whether it is used on campaigns, so that campaign access rules apply to it. */
  public boolean isAboutCampaigns() {
    return switch (this) {
      case LEADS_READ, LEADS_WRITE, CAMPAIGNS_READ, CAMPAIGNS_WRITE -> true;
      case API_KEYS_READ, API_KEYS_WRITE, AUDIT_READ -> false;
    };
  }

  public static Optional<Permission> labelled(String label) {
    return Arrays.stream(values()).filter(p -> p.label.equals(label)).findFirst();
  }
}
