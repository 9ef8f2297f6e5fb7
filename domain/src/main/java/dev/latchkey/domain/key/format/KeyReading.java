package dev.latchkey.domain.key.format;

/** The result of parsing a presented key. */
public sealed interface KeyReading {

  /** The format and the checksum are right. A key with this id need not exist. */
  record WellFormed(PlainKey key) implements KeyReading {}

  record Malformed(KeyFault fault) implements KeyReading {}
}
