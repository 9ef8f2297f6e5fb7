package com.example.library.gateways.memory;

import com.example.library.model.Book;
import com.example.library.ports.out.ForFindingBooks;
import java.util.Map;
import java.util.Optional;

/** Books that are known when the program starts, none of them lent. */
public record Shelf(Map<String, Book> books) implements ForFindingBooks {

  @Override
  public Optional<Book> find(String title) {
    return Optional.ofNullable(books.get(title));
  }

  @Override
  public int lent(Book book) {
    return 0;
  }
}
