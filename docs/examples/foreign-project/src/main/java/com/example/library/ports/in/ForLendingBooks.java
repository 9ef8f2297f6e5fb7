package com.example.library.ports.in;

import com.example.library.model.Lending;
import com.example.library.ports.LibraryClosed;

/** Lends books to visitors. */
public interface ForLendingBooks {

  /**
   * Lends a copy of the book with this title.
   *
   * @throws LibraryClosed if the books cannot be reached
   */
  Lending lend(String title);
}
