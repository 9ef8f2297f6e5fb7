package dev.latchkey.adapters.rest.access;

import dev.latchkey.domain.access.Caller;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.key.format.KeyFormat;
import io.micronaut.security.authentication.Authentication;
import java.util.Collection;
import java.util.Map;

/** A caller, in the form that Micronaut Security requires of an authenticated user. */
record KeyAuthentication(Caller caller) implements Authentication {

  private static final long serialVersionUID = 1L;

  @Override
  public String getName() {
    return KeyFormat.handle(caller.credential().key().id());
  }

  @Override
  public Collection<String> getRoles() {
    return caller.credential().key().settings().grant().permissions().stream().map(Permission::label).toList();
  }

  @Override
  public Map<String, Object> getAttributes() {
    return Map.of();
  }
}
