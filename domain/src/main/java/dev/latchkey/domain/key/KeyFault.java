package dev.latchkey.domain.key;

/** Why a text is not a key of ours. Each can be seen from the text alone, so saying it gives nothing away. */
public enum KeyFault {
  /** It does not start with {@code lk_live_}, {@code lk_staging_} or {@code lk_dev_}. */
  PREFIX,
  /** It ends too early: a part was not copied. */
  CUT_SHORT,
  /** It goes on after its end: something was pasted behind it. */
  TOO_LONG,
  /** It holds a character that no key has. */
  CHARACTER,
  /** The checksum does not fit the rest: a character was mistyped. */
  CHECKSUM
}
