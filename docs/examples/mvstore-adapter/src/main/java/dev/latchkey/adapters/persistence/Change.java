package dev.latchkey.adapters.persistence;

import java.util.ArrayDeque;
import java.util.Deque;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** Changes of the maps that are made together. They are visible in the view at once, and can be undone. */
final class Change {

  private final View view;
  private final Deque<Runnable> undoing = new ArrayDeque<>();

  Change(View view) {
    this.view = view;
  }

  View view() {
    return view;
  }

  /**
   * Puts a document where there is none.
   *
   * @throws IllegalStateException if there is one, which is a bug of the caller
   */
  void add(StoreMap map, Key key, Object document) {
    if (view.json(map, key).isPresent()) {
      throw new IllegalStateException("The map " + map + " already has an entry with this key");
    }
    put(map, key, document);
  }

  /** Puts a document in the place of the one that is there, if any. */
  void put(StoreMap map, Key key, Object document) {
    MVMap<String, String> changed = view.the(map);
    String before = changed.put(key.text(), Json.write(document));
    undoing.push(() -> restore(changed, key.text(), before));
  }

  void remove(StoreMap map, Key key) {
    MVMap<String, String> changed = view.the(map);
    String before = changed.remove(key.text());
    undoing.push(() -> restore(changed, key.text(), before));
  }

  /** Undoes all changes, the last one first. */
  void undo() {
    undoing.forEach(Runnable::run);
    undoing.clear();
  }

  private static void restore(MVMap<String, String> map, String key, @Nullable String before) {
    if (before == null) {
      map.remove(key);
    } else {
      map.put(key, before);
    }
  }
}
