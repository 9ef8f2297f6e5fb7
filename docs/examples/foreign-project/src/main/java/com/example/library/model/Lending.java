package com.example.library.model;

/** The answer to a visitor who asks for a book. */
public sealed interface Lending {

  /** The visitor gets a copy. */
  record Lent(Book book, int left) implements Lending {}

  /** All copies are lent. */
  record AllLent(String title) implements Lending {}

  /** The library has no such book. */
  record Unknown(String title) implements Lending {}
}
