package dev.latchkey.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.application.port.StoreUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the ports rely on: whole changes, in a file that is opened again. */
class StoreTest {

  private static final Key ONE = Key.ROOT.then("one");
  private static final Key TWO = Key.ROOT.then("two");

  @TempDir
  Path folder;

  @Test
  void whatWasWrittenOrNotedIsThereWhenTheFileIsOpenedAgain() {
    Store store = opened();
    put(store, ONE, "written");
    store.note(change -> {
      change.put(StoreMap.PEPPER_CHECK, TWO, "noted");
      return TWO;
    });
    store.close();

    Store again = opened();
    assertThat(read(again, ONE)).isEqualTo("\"written\"");
    assertThat(read(again, TWO)).isEqualTo("\"noted\"");
    again.close();
  }

  @Test
  void ofAChangeThatFailsNothingIsLeftNeitherInMemoryNorInTheFile() {
    Store store = opened();
    put(store, ONE, "before");

    assertThatThrownBy(() -> store.write(change -> {
      change.put(StoreMap.PEPPER_CHECK, ONE, "after");
      change.put(StoreMap.PEPPER_CHECK, ONE, "after that");
      change.add(StoreMap.PEPPER_CHECK, TWO, "new");
      change.remove(StoreMap.PEPPER_CHECK, ONE);
      throw new IllegalStateException("in the middle");
    })).hasMessage("in the middle");

    assertThat(read(store, ONE)).isEqualTo("\"before\"");
    assertThat(read(store, TWO)).isEmpty();
    store.close();
    Store again = opened();
    assertThat(read(again, ONE)).isEqualTo("\"before\"");
    assertThat(read(again, TWO)).isEmpty();
    again.close();
  }

  @Test
  void anEntryIsAddedOnlyOnce() {
    Store store = opened();
    put(store, ONE, "first");

    assertThatThrownBy(() -> store.write(change -> {
      change.add(StoreMap.PEPPER_CHECK, ONE, "second");
      return ONE;
    })).isInstanceOf(IllegalStateException.class).hasMessageContaining("PEPPER_CHECK");

    assertThat(read(store, ONE)).isEqualTo("\"first\"");
    store.close();
  }

  @Test
  void theFileIsOpenOnceAtATime() {
    Store store = opened();

    assertThatThrownBy(this::opened).isInstanceOf(MVStoreException.class).hasMessageContaining("locked");

    put(store, ONE, "still open");
    assertThat(read(store, ONE)).isEqualTo("\"still open\"");
    store.close();
    assertThatThrownBy(() -> put(store, ONE, "closed")).isInstanceOf(StoreUnavailable.class);
  }

  @Test
  void aFileOfALaterFormatIsLeftAsItIs() {
    try (MVStore later = MVStore.open(file().toString())) {
      later.setStoreVersion(2);
    }

    assertThatThrownBy(this::opened).isInstanceOf(IllegalStateException.class).hasMessageContaining("format 2");

    try (MVStore later = MVStore.open(file().toString())) {
      assertThat(later.getStoreVersion()).isEqualTo(2);
    }
  }

  @Test
  void onlyTheOwnerReadsTheFile() throws IOException {
    opened().close();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file()))).isEqualTo("rw-------");
  }

  private Path file() {
    return folder.resolve("store.mv");
  }

  private Store opened() {
    return StoreFactory.open(file());
  }

  private static void put(Store store, Key key, String value) {
    store.write(change -> {
      change.put(StoreMap.PEPPER_CHECK, key, value);
      return key;
    });
  }

  private static String read(Store store, Key key) {
    return store.read(view -> view.json(StoreMap.PEPPER_CHECK, key)).orElse("");
  }
}
