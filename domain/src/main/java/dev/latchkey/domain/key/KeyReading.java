package dev.latchkey.domain.key;

/** What a presented key reads as. */
public sealed interface KeyReading {

  /** It has the format and the checksum is right. It may still be nobody's key. */
  record WellFormed(PlainKey key) implements KeyReading {}

  record Malformed(KeyFault fault) implements KeyReading {}
}
