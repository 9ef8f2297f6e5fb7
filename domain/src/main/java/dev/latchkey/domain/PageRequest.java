package dev.latchkey.domain;

import java.util.OptionalLong;

/**
 * The requested page of a list, newest first.
 *
 * @param limit the maximum number of items, 1 to 100
 * @param before only items whose id is lower than this one; empty for the first page
 */
public record PageRequest(int limit, OptionalLong before) {

  public static final int DEFAULT_LIMIT = 20;
  public static final int HIGHEST_LIMIT = 100;

  public PageRequest {
    if (limit < 1 || limit > HIGHEST_LIMIT) {
      throw new IllegalArgumentException("A page has 1 to " + HIGHEST_LIMIT + " items, not " + limit);
    }
  }

  public static PageRequest first(int limit) {
    return new PageRequest(limit, OptionalLong.empty());
  }
}
