package com.example.library.model;

/** A book of which the library has some copies. */
public record Book(String title, int copies) {

  /** Decides whether a copy can be lent, of those that are not lent yet. */
  public Lending lend(int lent) {
    return lent < copies ? new Lending.Lent(this, copies - lent - 1) : new Lending.AllLent(title);
  }
}
