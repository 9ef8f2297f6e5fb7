package dev.latchkey.adapters.rest.key;

import dev.latchkey.domain.key.ApiKey;

/** The strong entity tag of a record: its version, which every change counts up. */
final class EntityTag {

  private EntityTag() {}

  static String of(ApiKey key) {
    return of(key.version());
  }

  static String of(long version) {
    return "\"v" + version + "\"";
  }
}
