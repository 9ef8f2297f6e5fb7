package dev.latchkey.adapters.rest.description;

import static dev.latchkey.adapters.rest.description.Components.map;

import dev.latchkey.adapters.rest.access.Requirement;
import dev.latchkey.adapters.rest.kit.answer.ProblemType;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Description of the credentials that a route requires.
 *
 * @param security accepted schemes with their scopes
 * @param problems problems of credentials that are refused
 */
record Credentials(String sentence, List<Object> security, Set<ProblemType> problems) {

  private static final String KEY = "apiKey";
  private static final String OPERATOR = "operatorToken";

  private static final Set<ProblemType> OF_A_KEY = EnumSet.of(
      ProblemType.CREDENTIALS_MISSING, ProblemType.CREDENTIALS_MALFORMED, ProblemType.KEY_MALFORMED,
      ProblemType.KEY_INVALID, ProblemType.TOO_MANY_FAILURES, ProblemType.KEY_DISABLED, ProblemType.KEY_EXPIRED,
      ProblemType.KEY_NOT_YET_VALID,
      ProblemType.TENANT_SUSPENDED, ProblemType.ADDRESS_NOT_ALLOWED, ProblemType.RATE_LIMITED,
      ProblemType.VERIFICATION_UNAVAILABLE, ProblemType.STORE_UNAVAILABLE);

  private static final Set<ProblemType> OF_THE_OPERATOR = EnumSet.of(
      ProblemType.CREDENTIALS_MISSING, ProblemType.CREDENTIALS_MALFORMED, ProblemType.OPERATOR_TOKEN_INVALID,
      ProblemType.TOO_MANY_FAILURES, ProblemType.STORE_UNAVAILABLE);

  static Credentials of(Requirement requirement) {
    return switch (requirement) {
      case Requirement.Nothing() -> new Credentials("Requires no credentials.", List.of(), Set.of());
      case Requirement.AnyKey() ->
        new Credentials("Requires a valid API key.", List.of(map(KEY, List.of())), OF_A_KEY);
      case Requirement.KeyWith(var permission) -> {
        Set<ProblemType> problems = EnumSet.copyOf(OF_A_KEY);
        problems.add(ProblemType.PERMISSION_MISSING);
        yield new Credentials(
            "Requires an API key with the permission `" + permission.label() + "`.",
            List.of(map(KEY, List.of(permission.label()))),
            problems);
      }
      case Requirement.OperatorToken() ->
        new Credentials("Requires the operator token.", List.of(map(OPERATOR, List.of())), OF_THE_OPERATOR);
      case Requirement.Unstated() -> throw new IllegalStateException("A closed route has no description");
    };
  }

  /** Returns all schemes of credentials. */
  static Map<String, Object> schemes() {
    return map(
        KEY, map("type", "http", "scheme", "bearer", "bearerFormat", "lk_{environment}_{id}_{secret}",
            "description", "A tenant's API key. Each operation lists the permission that it requires."),
        OPERATOR, map("type", "http", "scheme", "bearer",
            "description", "The operator token. It grants access to the operator's API only."));
  }
}
