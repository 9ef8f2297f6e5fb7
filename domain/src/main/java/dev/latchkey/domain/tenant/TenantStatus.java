package dev.latchkey.domain.tenant;

/** Whether a tenant may use the API. While it is suspended its valid keys are refused with 403. */
public enum TenantStatus {
  ACTIVE,
  SUSPENDED
}
