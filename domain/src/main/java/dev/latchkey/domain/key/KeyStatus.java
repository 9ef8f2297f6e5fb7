package dev.latchkey.domain.key;

/** The switch beside a key. A disabled key authenticates nothing. */
public enum KeyStatus {
  ACTIVE,
  DISABLED
}
