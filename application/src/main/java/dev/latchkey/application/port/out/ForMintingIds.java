package dev.latchkey.application.port.out;

/** Numbers that identify. */
public interface ForMintingIds {

  /**
   * A positive number that was not given out before, also not by another node for all practical purposes, and that is
   * higher than those given out here before. Never blocks on I/O.
   */
  long next();
}
