package dev.latchkey.adapters.persistence.jdbc;

import dev.latchkey.domain.Name;
import org.jspecify.annotations.Nullable;

/**
 * The column {@code searched_name}: the normalised form of a name that an older rule stored without normalising it.
 * Null for all other names, which are searched as they are stored.
 */
public final class SearchedName {

  private SearchedName() {}

  static @Nullable public String of(Name name) {
    String normal = name.normalised();
    return normal.equals(name.value()) ? null : normal;
  }
}
