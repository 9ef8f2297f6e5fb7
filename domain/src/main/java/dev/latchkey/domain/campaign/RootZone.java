package dev.latchkey.domain.campaign;

/** The top-level domains of the public DNS. They are data that change, so they are handed in. */
@FunctionalInterface
public interface RootZone {

  /**
   * Whether the root zone delegates a top-level domain.
   *
   * @param label in lower case ASCII, without dots
   */
  boolean delegates(String label);
}
