package dev.latchkey.adapters.dashboard.frame;

import dev.latchkey.domain.tenant.Role;
import java.util.Arrays;
import java.util.List;

/** The settings pages, in the order of the navigation. */
public enum Tab {
  API_KEYS("keys.title", "/settings/api-keys", Role.VIEWER),
  WHY("why.title", "/settings/why", Role.ADMIN),
  API("api.title", "/settings/api", Role.VIEWER),
  AUDIT("audit.title", "/settings/audit", Role.VIEWER),
  MEMBERS("members.title", "/settings/members", Role.OWNER),
  ACCOUNT("account.title", "/settings/account", Role.VIEWER);

  private final String label;
  private final String path;
  private final Role lowest;

  /**
   * Creates a tab.
   *
   * @param label the message key of its label
   * @param path relative to the tenant's home
   * @param lowest the lowest role that sees it
   */
  Tab(String label, String path, Role lowest) {
    this.label = label;
    this.path = path;
    this.lowest = lowest;
  }

  /** Returns the tabs that are visible to a role. */
  public static List<Tab> of(Role role) {
    return Arrays.stream(values()).filter(tab -> role.includes(tab.lowest)).toList();
  }

  public String label(Language language) {
    return language.text(label);
  }

  public String href(DashboardUrls place) {
    return place.home() + path;
  }
}
