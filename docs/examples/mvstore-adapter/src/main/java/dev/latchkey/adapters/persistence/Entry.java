package dev.latchkey.adapters.persistence;

/** An entry of a map. */
record Entry(Key key, String json) {

  /** The number at the end of the key. */
  long number() {
    return Long.parseLong(key.text().substring(key.text().lastIndexOf('/') + 1));
  }

  <T> T as(Class<T> type) {
    return Json.read(json, type);
  }
}
