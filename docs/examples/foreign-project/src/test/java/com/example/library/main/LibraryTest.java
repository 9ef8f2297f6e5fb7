package com.example.library.main;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LibraryTest {

  @Test
  void aVisitorGetsABookThatTheLibraryHas() {
    assertEquals("Here is Emma. Copies left: 1", Library.open().ask("Emma"));
  }

  @Test
  void aVisitorIsToldWhichBookTheLibraryDoesNotHave() {
    assertEquals("There is no book Persuasion", Library.open().ask("Persuasion"));
  }
}
