package dev.latchkey.domain.tenant;

/** The role of a member in the dashboard. A viewer reads, an admin also manages keys, an owner also manages members. */
public enum Role {
  OWNER,
  ADMIN,
  VIEWER;

  /** Whether this role includes all rights of the other one. */
  public boolean includes(Role other) {
    return compareTo(other) <= 0;
  }
}
