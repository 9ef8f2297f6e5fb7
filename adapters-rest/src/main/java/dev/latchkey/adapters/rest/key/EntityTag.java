package dev.latchkey.adapters.rest.key;

import dev.latchkey.domain.key.ApiKey;

/** Strong entity tag of a record: its version, which every change increments. */
final class EntityTag {

  private EntityTag() {}

  static String of(ApiKey key) {
    return of(key.version());
  }

  static String of(long version) {
    return "\"v" + version + "\"";
  }
}
