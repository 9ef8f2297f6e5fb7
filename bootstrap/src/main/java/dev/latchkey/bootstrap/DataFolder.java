package dev.latchkey.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The folder of an embedded installation. Its rows and its secrets are for its owner alone. */
final class DataFolder {

  private DataFolder() {}

  /** Makes the folder, unless it is there. */
  static void make(Path dataDir) {
    try {
      Files.createDirectories(dataDir, forTheOwnerAlone("rwx------"));
    } catch (IOException e) {
      throw new UncheckedIOException("The folder " + dataDir + " cannot be made", e);
    }
  }

  static FileAttribute<?>[] forTheOwnerAlone(String rights) {
    Set<String> views = FileSystems.getDefault().supportedFileAttributeViews();
    return views.contains("posix")
        ? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
        : new FileAttribute<?>[0];
  }
}
