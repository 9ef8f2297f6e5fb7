package dev.latchkey.application.port.out;

/** Source of unique ids. */
public interface ForMintingIds {

  /**
   * Returns a positive number that was not issued before, for all practical purposes not by another node either, and
   * that is higher than all numbers issued by this node before. Never blocks on I/O.
   */
  long next();
}
