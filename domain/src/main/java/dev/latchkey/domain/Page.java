package dev.latchkey.domain;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * One page of a list, newest first. Pages are found by key and not by offset, so they stay correct while rows are added
 * and removed.
 *
 * @param next the {@code before} of the next page; empty on the last page
 */
public record Page<T>(List<T> items, OptionalLong next) {

  public Page {
    items = List.copyOf(items);
  }

  /** Creates a page from up to {@code limit + 1} items. The extra item only shows that there is a next page. */
  public static <T> Page<T> cut(List<T> found, PageRequest request, ToLongFunction<T> id) {
    if (found.size() <= request.limit()) {
      return new Page<>(found, OptionalLong.empty());
    }
    List<T> items = found.subList(0, request.limit());
    return new Page<>(items, OptionalLong.of(id.applyAsLong(items.getLast())));
  }

  public <R> Page<R> map(Function<? super T, ? extends R> change) {
    return new Page<>(items.stream().<R>map(change).toList(), next);
  }
}
