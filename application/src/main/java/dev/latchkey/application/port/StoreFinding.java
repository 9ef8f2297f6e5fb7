package dev.latchkey.application.port;

/** What the examination of a store found about one subject. */
public sealed interface StoreFinding {

  /** Returns what was examined, in one word, such as {@code privileges}. */
  String subject();

  /** Returns what was found, as sentences without secrets. */
  String detail();

  /** A server can work with what was found. */
  record Sound(String subject, String detail) implements StoreFinding {}

  /**
   * What was found stops the start of a server.
   *
   * @param remedy what the operator can do, as sentences; empty if the detail says it or nothing is known
   */
  record Faulty(String subject, String detail, String remedy) implements StoreFinding {

    /** Returns the detail and the remedy as one text. */
    public String text() {
      return (detail + " " + remedy).strip();
    }
  }
}
