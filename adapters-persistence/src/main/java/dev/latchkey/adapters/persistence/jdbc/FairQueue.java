package dev.latchkey.adapters.persistence.jdbc;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A bounded queue with one lane per tenant. Elements are taken from all lanes in turn. When the queue is full, the
 * longest lane loses its newest element, so that a flood in one lane displaces nothing in shorter ones.
 */
public final class FairQueue<L, T> {

  private final int capacity;
  private final Map<L, Deque<T>> lanes = new LinkedHashMap<>();
  private int size;

  public FairQueue(int capacity) {
    this.capacity = capacity;
  }

  /** Adds the element at the end of its lane. Returns whether an element was dropped, possibly this one. */
  public synchronized boolean add(L lane, T element) {
    lanes.computeIfAbsent(lane, _ -> new ArrayDeque<>()).addLast(element);
    if (size < capacity) {
      size++;
      return false;
    }
    lanes.entrySet().stream().max(Comparator.comparingInt(entry -> entry.getValue().size())).ifPresent(longest -> {
      longest.getValue().removeLast();
      if (longest.getValue().isEmpty()) {
        lanes.remove(longest.getKey());
      }
    });
    return true;
  }

  /** Removes up to {@code most} elements, one from each lane in turn, oldest first. */
  public synchronized List<T> take(int most) {
    List<T> taken = new ArrayList<>();
    while (size > 0 && taken.size() < most) {
      Iterator<Deque<T>> each = lanes.values().iterator();
      while (each.hasNext() && taken.size() < most) {
        Deque<T> lane = each.next();
        taken.add(lane.removeFirst());
        size--;
        if (lane.isEmpty()) {
          each.remove();
        }
      }
    }
    return taken;
  }
}
