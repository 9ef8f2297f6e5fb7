package com.example.library.ports;

/** The books cannot be reached now. */
public final class LibraryClosed extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** States the reason. */
  public LibraryClosed(String reason) {
    super(reason);
  }
}
