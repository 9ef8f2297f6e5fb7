package dev.latchkey.domain.grant;

import java.util.Set;

/** Everything a key grants: what it may do, and where. */
public record Grant(Set<Permission> permissions, CampaignAccess campaignAccess) {

  /** What a key gets when nothing is named. */
  public static final Grant BY_DEFAULT = new Grant(Permission.BY_DEFAULT, CampaignAccess.EVERYWHERE);

  public Grant {
    permissions = Set.copyOf(permissions);
  }

  public boolean allows(Permission permission) {
    return permissions.contains(permission);
  }
}
