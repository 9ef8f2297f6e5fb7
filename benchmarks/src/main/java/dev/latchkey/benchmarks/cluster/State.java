package dev.latchkey.benchmarks.cluster;

/** The states of keys, tenants and leads. */
enum State {
  /** The subject does not exist. */
  ABSENT,
  /** The key or the tenant is in force. */
  ACTIVE,
  /** The key is disabled. */
  DISABLED,
  /** The key was rotated without an overlap. */
  REPLACED,
  /** The tenant is suspended. */
  SUSPENDED,
  /** The lead exists. */
  PRESENT
}
