package dev.latchkey.domain.key.format;

/**
 * The reason why a text is not a key of this service. Each fault is visible in the text alone, so reporting it reveals
 * nothing.
 */
public enum KeyFault {
  /** The text does not start with {@code lk_live_}, {@code lk_staging_} or {@code lk_dev_}. */
  PREFIX,
  /** The text is too short: a part was not copied. */
  CUT_SHORT,
  /** The text is too long: something was pasted after the key. */
  TOO_LONG,
  /** The text contains a character that no key has at that position. */
  CHARACTER,
  /** The checksum does not match: a character was mistyped. */
  CHECKSUM
}
