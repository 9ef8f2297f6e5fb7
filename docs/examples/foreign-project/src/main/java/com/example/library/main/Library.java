package com.example.library.main;

import com.example.library.gateways.memory.Shelf;
import com.example.library.gateways.terminal.Terminal;
import com.example.library.logic.LendBooks;
import com.example.library.model.Book;
import java.util.Map;

/** Wires the library. */
public final class Library {

  private Library() {}

  /** Returns a terminal for a library with one book. */
  public static Terminal open() {
    return new Terminal(new LendBooks(new Shelf(Map.of("Emma", new Book("Emma", 2)))));
  }
}
