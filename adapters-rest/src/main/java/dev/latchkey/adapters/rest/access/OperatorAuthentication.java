package dev.latchkey.adapters.rest.access;

import dev.latchkey.domain.access.Operator;
import io.micronaut.security.authentication.Authentication;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The operator, in the form that Micronaut Security requires of an authenticated user. */
record OperatorAuthentication(Operator operator) implements Authentication {

  private static final long serialVersionUID = 1L;

  @Override
  public String getName() {
    return Requirement.OPERATOR;
  }

  @Override
  public Collection<String> getRoles() {
    return List.of(Requirement.OPERATOR);
  }

  @Override
  public Map<String, Object> getAttributes() {
    return Map.of();
  }
}
