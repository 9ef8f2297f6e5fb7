package dev.latchkey.contracts.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Checks pages that end exactly at the end of a list, or are empty. */
public final class Edges {

  private Edges() {}

  /**
   * Requests all pages that are prone to off-by-one errors.
   *
   * @param all the expected items, newest first, at least two
   */
  public static <T> void areRight(List<T> all, Function<PageRequest, Page<T>> list, ToLongFunction<T> id) {
    Page<T> whole = new Page<>(all, OptionalLong.empty());
    long newest = id.applyAsLong(all.getFirst());
    long oldest = id.applyAsLong(all.getLast());
    List<T> allButOldest = all.subList(0, all.size() - 1);

    assertThat(list.apply(PageRequest.first(all.size()))).isEqualTo(whole);
    assertThat(list.apply(PageRequest.first(PageRequest.HIGHEST_LIMIT))).isEqualTo(whole);
    assertThat(list.apply(new PageRequest(all.size(), OptionalLong.of(Long.MAX_VALUE)))).isEqualTo(whole);
    assertThat(list.apply(new PageRequest(all.size(), OptionalLong.of(newest + 1)))).isEqualTo(whole);
    assertThat(list.apply(PageRequest.first(all.size() - 1)))
        .isEqualTo(new Page<>(allButOldest, OptionalLong.of(id.applyAsLong(allButOldest.getLast()))));
    assertThat(list.apply(new PageRequest(1, OptionalLong.of(oldest + 1))).items()).containsExactly(all.getLast());
    assertThat(list.apply(new PageRequest(all.size(), OptionalLong.of(newest))).items())
        .isEqualTo(all.subList(1, all.size()));
    for (long behindTheEnd : new long[]{oldest, 1, 0}) {
      assertThat(list.apply(new PageRequest(1, OptionalLong.of(behindTheEnd))))
          .isEqualTo(new Page<>(List.of(), OptionalLong.empty()));
    }
  }
}
