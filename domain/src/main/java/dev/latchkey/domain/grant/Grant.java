package dev.latchkey.domain.grant;

import java.util.Set;

/** The rights of a key: its permissions and the campaigns that they apply to. */
public record Grant(Set<Permission> permissions, CampaignAccess campaignAccess) {

  /** The rights of a key that is created without naming any. */
  public static final Grant BY_DEFAULT = new Grant(Permission.BY_DEFAULT, CampaignAccess.EVERYWHERE);

  public Grant {
    permissions = Set.copyOf(permissions);
  }

  public boolean allows(Permission permission) {
    return permissions.contains(permission);
  }
}
