package dev.latchkey.adapters.rest.decision;

import dev.latchkey.adapters.rest.description.Operation;
import dev.latchkey.adapters.rest.description.Operation.Tag;
import dev.latchkey.adapters.rest.description.Operation.Trait;
import dev.latchkey.adapters.rest.key.KeyOperations;
import dev.latchkey.adapters.rest.kit.answer.ProblemType;
import dev.latchkey.adapters.rest.tenant.TenantOperations;
import dev.latchkey.application.port.in.ForCheckingAccess.Verification;
import dev.latchkey.domain.access.CheckResult;
import dev.latchkey.domain.access.Explanation;
import dev.latchkey.domain.access.Refusal;
import dev.latchkey.domain.access.StoredKey;
import dev.latchkey.domain.grant.Permission;
import java.time.Duration;
import java.util.List;

/** Operations that decide on access and explain decisions. */
public final class DecisionOperations {

  private static final Tag ACCESS = new Tag(
      "Access", "The rights of an API key and the reasons for access decisions.");
  private static final Tag VERIFICATION = new Tag(
      "Operator: verification", "Verification of API keys that another service received.");

  private static final StoredKey KEY = new StoredKey(KeyOperations.EXAMPLE, TenantOperations.EXAMPLE);

  private static final Refusal REFUSAL = new Refusal.PermissionMissing(Permission.LEADS_WRITE);

  private static final Explanation EXPLANATION = new Explanation(
      List.of(new CheckResult("permission_held", REFUSAL)),
      new Explanation.Refused(REFUSAL));

  private DecisionOperations() {}

  /** Returns the operations of tenants. */
  public static List<Operation> forTenants() {
    return List.of(
        Operation.of("GET", "/api/v2/auth/whoami", "whoAmI", ACCESS,
            "Retrieve the calling API key with its tenant and permissions")
            .responds(200, WhoAmIJson.of(KEY, Operation.EXAMPLE_TIME)),
        Operation
            .of("POST", "/api/v2/access/explain", "explainAccess", ACCESS, "Explain an access decision step by step")
            .withDetails("Send `key_id` and `permission` to evaluate a request, or `request_id` to explain a refused "
                + "request of the last seven days. Changes nothing and does not count against the key's rate limit.")
            .withStrictBody("ExplanationInput", ExplanationInput::read, """
                {"key_id": "QXBpS2V5OjQ1Ng==", "permission": "leads:write",
                 "campaign_id": "Vm9pY2VDYW1wYWlnbjo3ODk="}""")
            .responds(200, ExplanationJson.of(EXPLANATION))
            .fails(ProblemType.API_KEY_NOT_FOUND, ProblemType.REFUSED_REQUEST_NOT_FOUND)
            .is(Trait.READ_ONLY));
  }

  /** Returns the operations of the operator. */
  public static List<Operation> forOperator() {
    return List.of(
        Operation.of("POST", "/api/platform/v1/keys/verify", "verifyKey", VERIFICATION,
            "Verify an API key that another service received")
            .withDetails("A refused key returns 200 with `valid` false and the `code` of the refusal. The verification "
                + "counts against the key's rate limit. `cache_seconds` states how long the result may be reused.")
            .withStrictBody("VerificationInput", VerificationInput::read, """
                {"key": "lk_live_…", "permission": "leads:write", "address": "192.0.2.7"}""")
            .responds(200, VerificationJson.of(new Verification.Valid(KEY, Duration.ofSeconds(1))))
            .fails(ProblemType.VERIFICATION_UNAVAILABLE)
            .is(Trait.READ_ONLY));
  }
}
