package com.example.library.gateways.terminal;

import com.example.library.model.Lending;
import com.example.library.ports.LibraryClosed;
import com.example.library.ports.in.ForLendingBooks;

/** Answers a visitor in one line. */
public record Terminal(ForLendingBooks lending) {

  /** Returns the answer to a visitor who asks for this title. */
  public String ask(String title) {
    try {
      return switch (lending.lend(title)) {
        case Lending.Lent lent -> "Here is %s. Copies left: %d".formatted(lent.book().title(), lent.left());
        case Lending.AllLent gone -> "All copies of %s are lent".formatted(gone.title());
        case Lending.Unknown unknown -> "There is no book %s".formatted(unknown.title());
      };
    } catch (LibraryClosed closed) {
      return closed.getMessage();
    }
  }
}
