package dev.latchkey.domain.tenant;

/** What a member may do in the dashboard: a viewer sees, an admin manages keys too, an owner members as well. */
public enum Role {
  OWNER,
  ADMIN,
  VIEWER
}
