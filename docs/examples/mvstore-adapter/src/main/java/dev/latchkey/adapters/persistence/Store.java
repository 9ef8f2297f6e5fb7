package dev.latchkey.adapters.persistence;

import dev.latchkey.application.port.StoreUnavailable;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * The only way to the file. One thread changes the maps at a time, and none reads them meanwhile, so every change is
 * isolated from all others and no reader sees half of one. The file receives only whole changes, because it is written
 * under the same lock and never by MVStore itself.
 */
final class Store {

  /** The maintenance rewrites parts of the file of which less than this share is in use. */
  private static final int LOWEST_FILL_IN_PERCENT = 50;

  private static final int MOST_BYTES_REWRITTEN = 4 << 20;

  private final MVStore file;
  private final View view;

  /** Fair, so that many readers do not keep a writer waiting. */
  private final ReadWriteLock lock = new ReentrantReadWriteLock(true);

  Store(MVStore file) {
    this.file = file;
    this.view = new View(StoreMap.openAll(file));
    file.commit();
  }

  /** Reads the maps, as they are between two changes. */
  <T> T read(Function<View, T> work) {
    lock.readLock().lock();
    try {
      requireOpen();
      return work.apply(view);
    } catch (MVStoreException e) {
      throw new StoreUnavailable(e);
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Changes the maps, all or nothing. What was changed is on the disk when this returns. */
  <T> T write(Function<Change, T> work) {
    T result = changed(work, true);
    try {
      // Without the lock: others read and write while the disk is waited for.
      file.sync();
    } catch (MVStoreException e) {
      throw lost(e);
    }
    return result;
  }

  /** Changes the maps, all or nothing. The change gets into the file within a second, unless the process is killed. */
  <T> T note(Function<Change, T> work) {
    return changed(work, false);
  }

  /** Writes what was noted, if anything. */
  void writeNoted() {
    if (read(_ -> file.hasUnsavedChanges())) {
      write(_ -> true);
    }
  }

  /** Rewrites parts of the file that hold little, so that their space is used again. */
  void compact() {
    lock.writeLock().lock();
    try {
      requireOpen();
      file.compact(LOWEST_FILL_IN_PERCENT, MOST_BYTES_REWRITTEN);
    } catch (MVStoreException e) {
      throw lost(e);
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Writes what was noted, and closes the file. */
  void close() {
    lock.writeLock().lock();
    try {
      file.close();
    } finally {
      lock.writeLock().unlock();
    }
  }

  private <T> T changed(Function<Change, T> work, boolean now) {
    lock.writeLock().lock();
    try {
      requireOpen();
      T result = allOrNothing(work);
      if (now) {
        file.commit();
      }
      return result;
    } catch (MVStoreException e) {
      throw lost(e);
    } finally {
      lock.writeLock().unlock();
    }
  }

  private <T> T allOrNothing(Function<Change, T> work) {
    Change change = new Change(view);
    boolean done = false;
    try {
      T result = work.apply(change);
      done = true;
      return result;
    } finally {
      if (!done) {
        change.undo();
      }
    }
  }

  /** After a failed write it is unknown how much of it is in the file, so nothing is served until it is opened again. */
  private StoreUnavailable lost(MVStoreException failure) {
    file.closeImmediately();
    return new StoreUnavailable(failure);
  }

  private void requireOpen() {
    if (file.isClosed()) {
      throw new StoreUnavailable(new IllegalStateException("The file of the store is closed"));
    }
  }
}
