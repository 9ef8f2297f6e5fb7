package dev.latchkey.adapters.rest.access;

import dev.latchkey.domain.grant.Permission;
import io.micronaut.security.rules.SecurityRule;

/** What an endpoint asks of whoever calls it, as its {@code @Secured} says. */
public sealed interface Requirement {

  /** The value that opens an endpoint to the operator alone. */
  String OPERATOR = "operator";

  /** Everybody may come in. */
  record Nothing() implements Requirement {}

  /** Any valid key will do. */
  record AnyKey() implements Requirement {}

  record KeyWith(Permission permission) implements Requirement {}

  record OperatorToken() implements Requirement {}

  /** The endpoint says nothing that is understood here, so nobody may come in. */
  record Unstated() implements Requirement {}

  static Requirement of(String[] secured) {
    if (secured.length != 1) {
      return new Unstated();
    }
    return switch (secured[0]) {
      case SecurityRule.IS_ANONYMOUS -> new Nothing();
      case SecurityRule.IS_AUTHENTICATED -> new AnyKey();
      case OPERATOR -> new OperatorToken();
      case String label -> Permission.labelled(label).<Requirement>map(KeyWith::new).orElseGet(Unstated::new);
    };
  }
}
