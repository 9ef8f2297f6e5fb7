package dev.latchkey.adapters.persistence;

import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;

/** What the maps hold. Streams read entries one by one, so a stream that is cut short reads no more of them. */
record View(Map<StoreMap, MVMap<String, String>> maps) {

  Optional<String> json(StoreMap map, Key key) {
    return Optional.ofNullable(the(map).get(key.text()));
  }

  <T> Optional<T> get(StoreMap map, Key key, Class<T> type) {
    return json(map, key).map(json -> Json.read(json, type));
  }

  /** All entries under the parent, in the order of their keys. */
  Stream<Entry> under(StoreMap map, Key parent) {
    return entries(the(map).cursor(parent.low(), parent.high(), false));
  }

  /** The entries under the parent whose number is greater, in ascending order. */
  Stream<Entry> above(StoreMap map, Key parent, long number) {
    Key start = parent.then(number);
    return entries(the(map).cursor(start.text(), parent.high(), false)).dropWhile(entry -> entry.key().equals(start));
  }

  /** The entries under the parent whose number is less, in descending order. */
  Stream<Entry> below(StoreMap map, Key parent, long number) {
    Key start = parent.then(number);
    return entries(the(map).cursor(start.text(), parent.low(), true)).dropWhile(entry -> entry.key().equals(start));
  }

  MVMap<String, String> the(StoreMap map) {
    return Objects.requireNonNull(maps.get(map), "All maps are open");
  }

  private static Stream<Entry> entries(Cursor<String, String> cursor) {
    Iterator<Entry> each = new Iterator<>() {

      @Override
      public boolean hasNext() {
        return cursor.hasNext();
      }

      @Override
      public Entry next() {
        String key = cursor.next();
        return new Entry(new Key(key), cursor.getValue());
      }
    };
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(each, Spliterator.ORDERED), false);
  }
}
