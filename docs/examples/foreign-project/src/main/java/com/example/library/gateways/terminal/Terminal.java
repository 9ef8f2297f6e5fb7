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
        case Lending.Lent lent -> "Here is " + lent.book().title() + ". Copies left: " + lent.left();
        case Lending.AllLent gone -> "All copies of " + gone.title() + " are lent";
        case Lending.Unknown unknown -> "There is no book " + unknown.title();
      };
    } catch (LibraryClosed closed) {
      return closed.getMessage();
    }
  }
}
