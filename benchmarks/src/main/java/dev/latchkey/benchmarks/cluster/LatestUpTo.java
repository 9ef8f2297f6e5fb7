package dev.latchkey.benchmarks.cluster;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/** Finds the highest value among the items up to a time. */
final class LatestUpTo {

  /** There is no item up to that time. */
  static final long NONE = Long.MIN_VALUE;

  private final long[] times;
  private final long[] highest;

  private LatestUpTo(long[] times, long[] highest) {
    this.times = times;
    this.highest = highest;
  }

  static <T> LatestUpTo of(List<T> items, ToLongFunction<T> time, ToLongFunction<T> value) {
    List<T> sorted = items.stream().sorted(Comparator.comparingLong(time)).toList();
    long[] times = sorted.stream().mapToLong(time).toArray();
    long[] highest = sorted.stream().mapToLong(value).toArray();
    for (int i = 1; i < highest.length; i++) {
      highest[i] = Math.max(highest[i], highest[i - 1]);
    }
    return new LatestUpTo(times, highest);
  }

  /** Returns the highest value of the items whose time is not later, or {@link #NONE}. */
  long upTo(long time) {
    return at(time == Long.MAX_VALUE ? times.length : firstNotBefore(time + 1));
  }

  /** Returns the highest value of the items whose time is earlier, or {@link #NONE}. */
  long before(long time) {
    return at(firstNotBefore(time));
  }

  private long at(int count) {
    return count == 0 ? NONE : highest[count - 1];
  }

  private int firstNotBefore(long time) {
    int found = Arrays.binarySearch(times, time);
    if (found < 0) {
      return -found - 1;
    }
    while (found > 0 && times[found - 1] == time) {
      found--;
    }
    return found;
  }
}
