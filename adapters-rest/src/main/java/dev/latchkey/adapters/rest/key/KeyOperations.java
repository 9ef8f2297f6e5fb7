package dev.latchkey.adapters.rest.key;

import dev.latchkey.adapters.rest.description.Operation;
import dev.latchkey.adapters.rest.description.Operation.Tag;
import dev.latchkey.adapters.rest.description.Operation.Trait;
import dev.latchkey.adapters.rest.description.ResponseSpec;
import dev.latchkey.adapters.rest.kit.answer.ProblemType;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.key.KeyState;
import dev.latchkey.domain.key.Seal;
import dev.latchkey.domain.key.format.Environment;
import dev.latchkey.domain.key.format.KeySecret;
import dev.latchkey.domain.key.format.PlainKey;
import java.util.List;

/** Operations on API keys. */
public final class KeyOperations {

  private static final Tag TENANT = new Tag(
      "API keys",
      "Management of a tenant's API keys with an API key. A key can grant rights within its own limits only; "
          + "otherwise the response is 403 `permission_escalation`.");
  private static final Tag OPERATOR = new Tag(
      "Operator: API keys", "Management of any tenant's API keys by the operator.");

  private static final PlainKey PLAIN = new PlainKey(Environment.DEV, new KeyId(456), KeySecret.drawn(_ -> 0));

  /** The key of the examples. */
  public static final ApiKey EXAMPLE = ApiKey.made(
      PLAIN,
      new Seal("1", new byte[32]),
      new TenantId(123),
      KeySettings.named(new Name("CRM")),
      new Actor.Operator(),
      Operation.EXAMPLE_TIME);

  private KeyOperations() {}

  /** Returns the operations on the keys of the caller's tenant. */
  public static List<Operation> forTenants() {
    return all("/api/v2", TENANT, "");
  }

  /** Returns the operator's operations on the keys of any tenant. */
  public static List<Operation> forOperator() {
    return all("/api/platform/v1/tenants/{tenant_id}", OPERATOR, "Tenant");
  }

  private static List<Operation> all(String root, Tag tag, String whose) {
    String all = root + "/api-keys";
    String one = all + "/{api_key_id}";
    return List.of(
        Operation.of("POST", all, "create" + whose + "ApiKey", tag, "Create an API key")
            .withDetails("The response contains the secret, which is shown only once.")
            .withStrictBody("NewApiKeyInput", KeyInput::readDraft, """
                {"name": "CRM", "environment": "live", "permissions": ["leads:read", "leads:write"],
                 "campaign_access": {"rules": [
                   {"effect": "allow", "actions": ["read", "write"], "campaigns": {"all": true}},
                   {"effect": "deny", "actions": ["write"], "campaigns": {"type": "INBOUND"}}]},
                 "expires_at": "2031-01-31T12:00:00Z", "allowed_addresses": ["192.0.2.0/24"],
                 "rate_limit": {"requests": 100, "window_seconds": 60}}""")
            .responds(201, NewKeyJson.of(EXAMPLE, PLAIN, KeyState.IN_FORCE))
            .fails(ProblemType.PERMISSION_ESCALATION, ProblemType.VERSION_CONFLICT)
            .is(Trait.TAGGED),
        Operation.of("GET", all, "list" + whose + "ApiKeys", tag, "List API keys, newest first")
            .withQuery(KeyInput::readList)
            .lists(KeyJson.of(EXAMPLE, KeyState.IN_FORCE)),
        Operation.of("GET", one, "get" + whose + "ApiKey", tag, "Retrieve an API key without its secret")
            .responds(200, KeyJson.of(EXAMPLE, KeyState.IN_FORCE))
            .is(Trait.TAGGED),
        Operation.of("PATCH", one, "update" + whose + "ApiKey", tag, "Update an API key")
            .withDetails(
                "Omitted fields keep their values. The change takes effect on this server before the response.")
            .withStrictBody("ApiKeyChangeInput", key -> KeyInput.readChange(key, EXAMPLE.settings()), """
                {"name": "CRM, read only", "permissions": ["leads:read"], "rate_limit": null}""")
            .responds(200, KeyJson.of(EXAMPLE, KeyState.IN_FORCE))
            .fails(ProblemType.PERMISSION_ESCALATION, ProblemType.KEY_STATE_CONFLICT)
            .is(Trait.CONDITIONAL, Trait.TAGGED),
        Operation.of("POST", one + "/rotate", "rotate" + whose + "ApiKey", tag, "Rotate an API key")
            .withDetails(
                "The response contains the new secret, which is shown only once. The old key expires at the end of "
                    + "the overlap at the latest. A disabled, expired or already rotated key returns 409 "
                    + "`key_state_conflict`.")
            .withStrictBody("RotationInput", KeyInput::readRotation, """
                {"overlap_seconds": 86400}""")
            .responds(201, NewKeyJson.of(EXAMPLE, PLAIN, KeyState.IN_FORCE))
            .fails(ProblemType.PERMISSION_ESCALATION, ProblemType.KEY_STATE_CONFLICT)
            .is(Trait.CONDITIONAL, Trait.TAGGED),
        Operation.of("DELETE", one, "delete" + whose + "ApiKey", tag, "Delete an API key permanently")
            .withDetails("The audit trail keeps the name and the masked key.")
            .responds(ResponseSpec.empty(204, "The API key was deleted."))
            .fails(ProblemType.PERMISSION_ESCALATION)
            .is(Trait.CONDITIONAL));
  }
}
