package dev.latchkey.domain.grant;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A permission of a key. */
public enum Permission {
  LEADS_READ("leads:read", Action.READ),
  LEADS_WRITE("leads:write", Action.WRITE),
  CAMPAIGNS_READ("campaigns:read", Action.READ),
  CAMPAIGNS_WRITE("campaigns:write", Action.WRITE),
  API_KEYS_READ("api_keys:read", Action.READ),
  API_KEYS_WRITE("api_keys:write", Action.WRITE),
  AUDIT_READ("audit:read", Action.READ);

  /** The permissions of a key that is created without naming any. The three management permissions have to be named. */
  public static final Set<Permission> BY_DEFAULT = Collections
      .unmodifiableSet(EnumSet.of(LEADS_READ, LEADS_WRITE, CAMPAIGNS_READ, CAMPAIGNS_WRITE));

  private final String label;
  private final Action action;

  Permission(String label, Action action) {
    this.label = label;
    this.action = action;
  }

  /** Returns the name in the API, for example {@code leads:read}. */
  public String label() {
    return label;
  }

  /** Returns the action that campaign rules are evaluated for. */
  public Action action() {
    return action;
  }

  /** Whether campaign access rules apply to the permission. */
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
