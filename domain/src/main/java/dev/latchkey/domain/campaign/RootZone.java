package dev.latchkey.domain.campaign;

/** The top-level domains of the public DNS. The list changes, so it is injected. */
@FunctionalInterface
public interface RootZone {

  /**
   * Whether the root zone delegates a top-level domain.
   *
   * @param label in lower case ASCII, without dots
   */
  boolean delegates(String label);
}
