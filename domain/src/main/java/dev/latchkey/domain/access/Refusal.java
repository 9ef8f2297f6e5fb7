package dev.latchkey.domain.access;

import dev.latchkey.domain.grant.CampaignRule;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.key.AddressText;
import dev.latchkey.domain.key.CredentialFault;
import dev.latchkey.domain.key.KeyFault;
import dev.latchkey.domain.key.RateLimit;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;

/** The reason for a refusal. Each has a stable code, a message and a remedy. */
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

  /** Returns the message. It reveals nothing that the client may not know. */
  default String because() {
    return because(CredentialWords.KEY_IN_HEADER);
  }

  /** Returns the message, worded for the given kind of credentials. */
  default String because(CredentialWords words) {
    return switch (this) {
      case CredentialsMissing() -> words.missing();
      case CredentialsMalformed(CredentialFault fault) -> words.fault(fault);
      case KeyMalformed(KeyFault fault) ->
        switch (fault) {
          case PREFIX -> "The key does not start with lk_live_, lk_staging_ or lk_dev_.";
          case CUT_SHORT -> "The key is cut short: its end is missing.";
          case TOO_LONG -> "The key is too long: something follows its end.";
          case CHARACTER -> "The key contains a character that no key has at that place.";
          case CHECKSUM -> "The key is mistyped: its checksum does not match.";
        };
      case KeyInvalid() -> "No key with this secret exists.";
      case OperatorTokenInvalid() -> "This is not the operator token.";
      case TooManyFailures _ -> "Too many authentications from this address have failed within a minute.";
      case KeyDisabled() -> "The key is disabled.";
      case KeyExpired() -> "The key has expired, or was rotated and its overlap is over.";
      case KeyNotYetValid() -> "The key is not valid yet.";
      case TenantSuspended() -> "The tenant is suspended.";
      case AddressNotAllowed(Optional<InetAddress> seen) ->
        seen.map(address -> "The key may not be used from the address " + AddressText.of(address) + ".")
            .orElse("The key may be used from certain addresses only, and the address of this request is not known.");
      case RateLimited(RateLimit limit, Duration _) ->
        "The key's rate limit of " + words(limit) + " is used up.";
      case PermissionMissing(Permission permission) -> "The key lacks the permission " + permission.label() + ".";
      case TenantIdMissing() -> "The body has no tenant_id.";
      case TenantMismatch() -> "The tenant_id is not that of the key's tenant.";
      case CampaignAccessDenied _ -> "The key's campaign access does not reach this campaign for this action.";
      case CampaignNotFound() -> "There is no such campaign.";
    };
  }

  /** Formats the limit. */
  private static String words(RateLimit limit) {
    return limit.requests() + (limit.requests() == 1 ? " request in " : " requests in ") + limit.window().toSeconds()
        + " s";
  }

  /** Rounds up to whole seconds, so that a client that waits that long has waited long enough. */
  private static long seconds(Duration wait) {
    return Math.max(1, wait.plusSeconds(1).minusNanos(1).toSeconds());
  }

  /** Returns the remedy: what the client can do about the refusal. */
  default String fix() {
    return fix(CredentialWords.KEY_IN_HEADER);
  }

  /** Returns the remedy, worded for the given kind of credentials. */
  default String fix(CredentialWords words) {
    return switch (this) {
      case CredentialsMissing() -> words.remedy();
      case CredentialsMalformed(CredentialFault fault) -> words.remedy(fault);
      case KeyMalformed _ -> "Copy the key again, whole and without anything around it.";
      case KeyInvalid() -> "Check that the key was not deleted, or generate another under Settings > API Keys.";
      case OperatorTokenInvalid() -> "Use the token that the server was started with; API keys do not work here.";
      case KeyDisabled() -> "Enable it under Settings > API Keys, or use another key.";
      case KeyExpired() -> "Use the key that replaced it, or generate another under Settings > API Keys.";
      case KeyNotYetValid() -> "Wait for its not_before, or change that under Settings > API Keys.";
      case TenantSuspended() -> "Ask the operator of this service to reactivate the tenant.";
      case TooManyFailures(Duration retryAfter) ->
        "Wait " + seconds(retryAfter) + " s. Check the keys and tokens that are used at this address.";
      case AddressNotAllowed _ -> "Use an allowed address, or add this one to the key's allowed_addresses.";
      case PermissionMissing(Permission permission) ->
        "Use a key that has " + permission.label() + ", or add it to this one under Settings > API Keys.";
      case RateLimited(RateLimit _, Duration retryAfter) ->
        (retryAfter.isZero() ? "Wait until the limit lets requests pass again" : "Wait " + seconds(retryAfter) + " s")
            + ", or raise the key's rate_limit.";
      case TenantIdMissing() -> "Send the tenant_id that stands in the dashboard's address, behind the language.";
      case TenantMismatch() -> "Send the tenant_id of the key's own tenant; GET /api/v2/auth/whoami tells it.";
      case CampaignAccessDenied _ -> "Use a key whose campaign access allows it, or change the rules of this one.";
      case CampaignNotFound() -> "Check the id; GET /api/v2/voice-campaigns lists the campaigns that the key may read.";
    };
  }
}
