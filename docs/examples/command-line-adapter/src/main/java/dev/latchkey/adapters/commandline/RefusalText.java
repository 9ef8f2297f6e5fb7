package dev.latchkey.adapters.commandline;

import dev.latchkey.domain.access.Refusal;
import dev.latchkey.domain.grant.Permission;
import java.time.Duration;

/**
 * The text of a refusal in the words of a command line.
 *
 * @param because what is wrong
 * @param fix what to do
 */
record RefusalText(String because, String fix) {

  private static final String COPY = "Copy the whole key again, without surrounding characters.";

  static RefusalText of(Refusal refusal) {
    return switch (refusal) {
      case Refusal.CredentialsMissing() -> new RefusalText("There is no key.", COPY);
      case Refusal.CredentialsMalformed _ ->
        new RefusalText("The key is masked, or contains a character that no key has.", COPY);
      case Refusal.KeyMalformed _ -> new RefusalText("The key is cut short, mistyped or in another format.", COPY);
      case Refusal.KeyInvalid() ->
        new RefusalText("The key is unknown or deleted, or its secret is wrong.", "Use another key.");
      case Refusal.OperatorTokenInvalid() -> new RefusalText("The operator token is wrong.", "Use the right token.");
      case Refusal.TooManyFailures(Duration retryAfter) ->
        new RefusalText("Too many checks for this address have failed.", waiting(retryAfter));
      case Refusal.KeyDisabled() -> new RefusalText("The key is disabled.", "Enable it, or use another key.");
      case Refusal.KeyExpired() ->
        new RefusalText("The key has expired, or was rotated and its overlap is over.", "Use another key.");
      case Refusal.KeyNotYetValid() ->
        new RefusalText("The key is not valid yet.", "Wait for its start, or change it.");
      case Refusal.TenantSuspended() -> new RefusalText("The key's tenant is suspended.", "Reactivate the tenant.");
      case Refusal.AddressNotAllowed _ ->
        new RefusalText("The key may not be used from this address.", "Name an allowed one with --address.");
      case Refusal.RateLimited limited ->
        new RefusalText("The key's rate limit is used up.", waiting(limited.retryAfter()));
      case Refusal.PermissionMissing(Permission permission) ->
        new RefusalText(
            "The key lacks the permission " + permission.label() + ".", "Add it to the key, or use another key.");
      case Refusal.TenantIdMissing() -> new RefusalText("No tenant is named.", "Name the key's tenant.");
      case Refusal.TenantMismatch() -> new RefusalText("The key belongs to another tenant.", "Name the key's tenant.");
      case Refusal.CampaignAccessDenied _ ->
        new RefusalText("The key's campaign access does not allow this.", "Change its rules, or use another key.");
      case Refusal.CampaignNotFound() ->
        new RefusalText("The key's tenant has no such campaign.", "Check the id after --campaign.");
    };
  }

  private static String waiting(Duration retryAfter) {
    return "Wait " + (retryAfter.toSeconds() + 1) + " s.";
  }
}
