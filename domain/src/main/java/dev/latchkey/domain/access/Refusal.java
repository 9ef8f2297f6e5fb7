package dev.latchkey.domain.access;

import dev.latchkey.domain.grant.CampaignRule;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.key.format.CredentialFault;
import dev.latchkey.domain.key.format.KeyFault;
import dev.latchkey.domain.rate.RateLimit;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;

/** The reason for a refusal. Each has a stable code; the driving adapters have its message and its remedy. */
public sealed interface Refusal
    extends
      AccessDecision,
      CampaignEntry,
      TenantEntry,
      OperatorDecision,
      ParsedCredentials,
      KeyProof,
      CheckOutcome {

  record CredentialsMissing() implements Refusal {}

  record CredentialsMalformed(CredentialFault fault) implements Refusal {}

  record KeyMalformed(KeyFault fault) implements Refusal {}

  /**
   * The key is unknown or deleted, or its secret is wrong. All three share one response, so that keys cannot be probed.
   */
  record KeyInvalid() implements Refusal {}

  record OperatorTokenInvalid() implements Refusal {}

  /**
   * Too many authentications from the same source failed, and this one failed too or would need a look-up.
   *
   * @param retryAfter the time until the next failure gets the usual response again
   */
  record TooManyFailures(Duration retryAfter) implements Refusal {}

  record KeyDisabled() implements Refusal {}

  record KeyExpired() implements Refusal {}

  record KeyNotYetValid() implements Refusal {}

  record TenantSuspended() implements Refusal {}

  /**
   * The key may not be used from this address.
   *
   * @param seen the client's address; empty if unknown
   */
  record AddressNotAllowed(Optional<InetAddress> seen) implements Refusal {}

  record RateLimited(RateLimit limit, Duration retryAfter) implements Refusal {}

  record PermissionMissing(Permission permission) implements Refusal {}

  record TenantIdMissing() implements Refusal {}

  record TenantMismatch() implements Refusal {}

  /**
   * The key's campaign access does not include the campaign.
   *
   * @param rule the rule that denies; empty if no rule allows
   */
  record CampaignAccessDenied(Optional<CampaignRule> rule) implements Refusal {}

  record CampaignNotFound() implements Refusal {}

  /** Whether the refusal comes after the key's secret was proven: steps 5 to 13 of the decision. */
  default boolean isOfAProvenKey() {
    return switch (this) {
      case CredentialsMissing() -> false;
      case CredentialsMalformed _ -> false;
      case KeyMalformed _ -> false;
      case KeyInvalid() -> false;
      case OperatorTokenInvalid() -> false;
      case TooManyFailures _ -> false;
      case KeyDisabled() -> true;
      case KeyExpired() -> true;
      case KeyNotYetValid() -> true;
      case TenantSuspended() -> true;
      case AddressNotAllowed _ -> true;
      case RateLimited _ -> true;
      case PermissionMissing _ -> true;
      case TenantIdMissing() -> true;
      case TenantMismatch() -> true;
      case CampaignAccessDenied _ -> true;
      case CampaignNotFound() -> true;
    };
  }

  /** Returns the campaign access rule that refuses, if any. */
  default Optional<CampaignRule> rule() {
    return this instanceof CampaignAccessDenied(Optional<CampaignRule> denying) ? denying : Optional.empty();
  }

  /** Returns the stable code of the reason, as in the contract's decision table. */
  default String code() {
    return switch (this) {
      case CredentialsMissing() -> "credentials_missing";
      case CredentialsMalformed _ -> "credentials_malformed";
      case KeyMalformed _ -> "key_malformed";
      case KeyInvalid() -> "key_invalid";
      case OperatorTokenInvalid() -> "operator_token_invalid";
      case TooManyFailures _ -> "too_many_failures";
      case KeyDisabled() -> "key_disabled";
      case KeyExpired() -> "key_expired";
      case KeyNotYetValid() -> "key_not_yet_valid";
      case TenantSuspended() -> "tenant_suspended";
      case AddressNotAllowed _ -> "address_not_allowed";
      case RateLimited _ -> "rate_limited";
      case PermissionMissing _ -> "permission_missing";
      case TenantIdMissing() -> "tenant_id_missing";
      case TenantMismatch() -> "tenant_mismatch";
      case CampaignAccessDenied _ -> "campaign_access_denied";
      case CampaignNotFound() -> "campaign_not_found";
    };
  }
}
