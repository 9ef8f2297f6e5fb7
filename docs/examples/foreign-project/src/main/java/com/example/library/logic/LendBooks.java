package com.example.library.logic;

import com.example.library.model.Lending;
import com.example.library.ports.in.ForLendingBooks;
import com.example.library.ports.out.ForFindingBooks;

/** The use case of a visitor who asks for a book. */
public final class LendBooks implements ForLendingBooks {

  private final ForFindingBooks books;

  /** Lends from these books. */
  public LendBooks(ForFindingBooks books) {
    this.books = books;
  }

  @Override
  public Lending lend(String title) {
    return books.find(title)
        .map(book -> book.lend(books.lent(book)))
        .orElseGet(() -> new Lending.Unknown(title));
  }
}
