package dev.latchkey.domain.tenant;

import dev.latchkey.domain.Name;
import java.util.Optional;

/**
 * The filter of a list of tenants.
 *
 * @param text part of the name, ignoring case; both are compared in the normalised form; empty for any name
 */
public record TenantFilter(Optional<TenantStatus> standing, Optional<String> text) {

  public TenantFilter {
    text = text.map(Name::normalised).filter(part -> !part.isEmpty());
  }

  public static final TenantFilter ALL = new TenantFilter(Optional.empty(), Optional.empty());
}
