package com.example.library.ports.out;

import com.example.library.model.Book;
import java.util.Optional;

/** Finds books. */
public interface ForFindingBooks {

  /** Returns the book with this title. */
  Optional<Book> find(String title);

  /** Returns the number of its copies that are lent. */
  int lent(Book book);
}
