package dev.latchkey.bootstrap.contract;

import java.util.Set;
import java.util.TreeSet;

/** The routes, codes and messages of the contract that were seen to be as it says. */
final class Covered {

  private final Set<String> seen = new TreeSet<>();

  void add(String what) {
    seen.add(what);
  }

  Set<String> seen() {
    return Set.copyOf(seen);
  }
}
