package dev.latchkey.domain.key;

/** Whether a key is enabled. A disabled key authenticates nothing. */
public enum KeyStatus {
  ACTIVE,
  DISABLED
}
