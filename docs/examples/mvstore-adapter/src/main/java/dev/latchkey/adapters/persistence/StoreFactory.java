package dev.latchkey.adapters.persistence;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.h2.mvstore.MVStore;

/** Opens the file that {@code LATCHKEY_DB_URL} names, such as {@code mvstore:/var/lib/latchkey/store.mv}. */
@Factory
final class StoreFactory {

  private static final String PREFIX = "mvstore:";
  private static final String FOR_THE_OWNER_ALONE = "rw-------";

  /** The form of keys and documents. Raised with a change that an earlier version of this adapter cannot read. */
  private static final int FORMAT = 1;

  /**
   * Opens the file of the address.
   *
   * @param address from bootstrap, which has checked that it starts as {@code store.properties} states
   */
  @Singleton
  @Bean(preDestroy = "close")
  Store store(@Named("store-address") String address) {
    return open(path(address));
  }

  static Path path(String address) {
    return Path.of(address.substring(PREFIX.length()));
  }

  static Store open(Path path) {
    create(path);
    // Only the store decides when the file is written: MVStore itself would write half of a change.
    MVStore file = new MVStore.Builder()
        .fileName(path.toString())
        .autoCommitDisabled()
        .autoCommitBufferSize(0)
        .open();
    int format = file.getStoreVersion();
    if (format > FORMAT) {
      file.closeImmediately();
      throw new IllegalStateException(
          path + " has the format " + format + ", and this version reads formats up to " + FORMAT);
    }
    file.setStoreVersion(FORMAT);
    return new Store(file);
  }

  /** Creates an empty file, which MVStore accepts as a new store. It would create one that every user can read. */
  private static void create(Path path) {
    try {
      Files.createFile(path, attributes());
    } catch (FileAlreadyExistsException usual) {
      // From an earlier start.
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + path + " cannot be created", e);
    }
  }

  private static FileAttribute<?>[] attributes() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[]{
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(FOR_THE_OWNER_ALONE))}
        : new FileAttribute<?>[0];
  }
}
