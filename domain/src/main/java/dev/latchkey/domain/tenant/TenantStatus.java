package dev.latchkey.domain.tenant;

/** Whether a tenant may use the API. The valid keys of a suspended tenant are refused with 403. */
public enum TenantStatus {
  ACTIVE,
  SUSPENDED
}
