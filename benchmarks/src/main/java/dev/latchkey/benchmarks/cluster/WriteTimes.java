package dev.latchkey.benchmarks.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/** When a node acknowledged changes, in the time of the history. Can be used by many threads. */
final class WriteTimes {

  private final List<Acknowledgement> acknowledgements = new ArrayList<>();

  private record Acknowledgement(long start, long end) {}

  synchronized void add(long start, long end) {
    acknowledgements.add(new Acknowledgement(start, end));
  }

  /** Returns when the first change that was asked for after that time was acknowledged. */
  synchronized OptionalLong firstAskedAfter(long time) {
    return since(time).stream().filter(each -> each.start > time).mapToLong(Acknowledgement::end).min();
  }

  /** Returns when the first change after that time was acknowledged. */
  synchronized OptionalLong firstAfter(long time) {
    return since(time).stream().mapToLong(Acknowledgement::end).filter(end -> end > time).min();
  }

  /** Returns the longest time without an acknowledged change, of the gaps that end within the two times. */
  synchronized long longestGap(long from, long to) {
    long before = from;
    long longest = 0;
    for (Acknowledgement each : since(from)) {
      if (each.end > from && each.end <= to) {
        longest = Math.max(longest, each.end - before);
        before = Math.max(before, each.end);
      }
    }
    return Math.max(longest, to - before);
  }

  /** The list is nearly in the order of the ends: a thread can be late by the time of a call. */
  private List<Acknowledgement> since(long time) {
    long late = time - 30_000_000_000L;
    int first = acknowledgements.size();
    while (first > 0 && acknowledgements.get(first - 1).end >= late) {
      first--;
    }
    return acknowledgements.subList(first, acknowledgements.size()).stream()
        .sorted(Comparator.comparingLong(Acknowledgement::end)).toList();
  }
}
