package dev.latchkey.adapters.dashboard.frame;

import java.util.OptionalLong;

/**
 * The links from a page of a list to the first and to the next one.
 *
 * @param list the prefix of the message keys of the links
 * @param start the URL of the first page
 * @param first whether this is the first page
 * @param next the start of the next page; empty: this is the last one
 */
public record Pager(String list, String start, boolean first, OptionalLong next) {

  public boolean shown() {
    return !first || next.isPresent();
  }

  public String more() {
    return start + (start.contains("?") ? "&" : "?") + "before=" + next.orElseThrow();
  }
}
