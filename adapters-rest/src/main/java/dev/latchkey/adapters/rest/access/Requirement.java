package dev.latchkey.adapters.rest.access;

import dev.latchkey.domain.grant.Permission;
import io.micronaut.security.rules.SecurityRule;

/** The credentials that an endpoint requires, as its {@code @Secured} states. */
public sealed interface Requirement {

  /** Value of {@code @Secured} that restricts an endpoint to the operator. */
  String OPERATOR = "operator";

  /** No credentials are required. */
  record Nothing() implements Requirement {}

  /** Any valid key is accepted. */
  record AnyKey() implements Requirement {}

  record KeyWith(Permission permission) implements Requirement {}

  record OperatorToken() implements Requirement {}

  /** The endpoint states no requirement that is known here, so it stays closed. */
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
