package dev.latchkey.adapters.dashboard.session;

import io.micronaut.security.authentication.Authentication;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A signed-in member, in the form that Micronaut Security requires of an authenticated user.
 *
 * @param right the checked {@link StaffRight}, the only role of this request
 */
record StaffAuthentication(StaffRequest request, String right) implements Authentication {

  private static final long serialVersionUID = 1L;

  @Override
  public String getName() {
    return request.staff().member().email().value();
  }

  @Override
  public Collection<String> getRoles() {
    return List.of(right);
  }

  @Override
  public Map<String, Object> getAttributes() {
    return Map.of();
  }
}
