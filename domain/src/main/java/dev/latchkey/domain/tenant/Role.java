package dev.latchkey.domain.tenant;

/** What a member may do in the dashboard: a viewer sees, an admin manages keys too, an owner members as well. */
public enum Role {
  OWNER,
  ADMIN,
  VIEWER;

  /** Whether this role may do all that the other one may. */
  public boolean includes(Role other) {
    return compareTo(other) <= 0;
  }
}
