package dev.latchkey.domain.tenant;

import dev.latchkey.domain.Name;
import java.util.Optional;

/**
 * Which tenants to list.
 *
 * @param text part of the name in any case, both in the normalised form; empty: any name
 */
public record TenantFilter(Optional<TenantStatus> standing, Optional<String> text) {

  public TenantFilter {
    text = text.map(Name::normalised).filter(part -> !part.isEmpty());
  }

  public static final TenantFilter ALL = new TenantFilter(Optional.empty(), Optional.empty());
}
