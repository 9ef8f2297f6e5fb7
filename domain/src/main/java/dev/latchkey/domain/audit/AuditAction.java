package dev.latchkey.domain.audit;

/** The kind of an audited action. Labels are stable: they are stored, hashed and shown. */
public enum AuditAction {
  TENANT_CREATED("tenant.created"),
  TENANT_RENAMED("tenant.renamed"),
  TENANT_SUSPENDED("tenant.suspended"),
  TENANT_REACTIVATED("tenant.reactivated"),
  KEY_CREATED("api_key.created"),
  KEY_CHANGED("api_key.changed"),
  KEY_DISABLED("api_key.disabled"),
  KEY_ENABLED("api_key.enabled"),
  KEY_ROTATED("api_key.rotated"),
  KEY_DELETED("api_key.deleted"),
  MEMBER_ADDED("member.added"),
  MEMBER_CHANGED("member.changed"),
  MEMBER_REMOVED("member.removed"),
  CAMPAIGN_CREATED("campaign.created"),
  CAMPAIGN_CHANGED("campaign.changed");

  private final String label;

  AuditAction(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
