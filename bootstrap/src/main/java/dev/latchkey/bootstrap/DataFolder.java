package dev.latchkey.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The folder of an embedded installation. Its rows and its secrets are for its owner alone.
 *
 * <p>Rights that are wider than that are handled by what the file is. The database's files are made by this program, so
 * their rights are narrowed, with a warning. A folder that exists may hold files of others, so it is left as it is, with a
 * warning. A secret that others could read or change is not used at all.
 */
final class DataFolder {

  private static final String FOLDER_RIGHTS = "rwx------";
  private static final String FILE_RIGHTS = "rw-------";

  private static final String DATABASE = "latchkey";

  private static final Set<PosixFilePermission> OF_OTHERS = EnumSet.complementOf(
      EnumSet.of(
          PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE));

  private DataFolder() {}

  /** The embedded database's place, without the ending of its file. */
  static Path database(Path dataDir) {
    return dataDir.resolve(DATABASE);
  }

  /** Whether a start has made a database there. */
  static boolean hasDatabase(Path dataDir) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(dataDir, DATABASE + ".*")) {
      return files.iterator().hasNext();
    } catch (NotDirectoryException | NoSuchFileException none) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("The folder " + dataDir + " cannot be read", e);
    }
  }

  /**
   * Makes the folder and the database's file, unless they are there.
   *
   * @param fileEnding what the database adds to its name
   * @return warnings
   */
  static List<String> make(Path dataDir, String fileEnding) {
    try {
      List<String> warnings = new ArrayList<>();
      if (Files.exists(dataDir)) {
        wider(dataDir).ifPresent(
            rights -> warnings.add(
                dataDir + " has the rights " + rights
                    + ", so that other users of this machine see the names of its files."
                    + " Run: chmod 700 " + dataDir));
      }
      Files.createDirectories(dataDir, forTheOwnerAlone(FOLDER_RIGHTS));
      makeDatabaseFile(dataDir.resolve(DATABASE + fileEnding));
      try (DirectoryStream<Path> files = Files.newDirectoryStream(dataDir, DATABASE + ".*")) {
        for (Path file : files) {
          narrow(file).ifPresent(warnings::add);
        }
      }
      return warnings;
    } catch (IOException e) {
      throw new UncheckedIOException("The folder " + dataDir + " cannot be made", e);
    }
  }

  /** The database itself would make it with rights for everybody; it takes an empty file for a new one. */
  private static void makeDatabaseFile(Path file) throws IOException {
    try {
      Files.createFile(file, forTheOwnerAlone(FILE_RIGHTS));
    } catch (FileAlreadyExistsException usual) {
      // From an earlier start.
    }
  }

  private static Optional<String> narrow(Path file) throws IOException {
    Optional<String> wider = wider(file);
    if (wider.isPresent()) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(FILE_RIGHTS));
    }
    return wider.map(
        rights -> file + " had the rights " + rights + ", so that other users of this machine may have read it."
            + " Its rights are now " + FILE_RIGHTS + ".");
  }

  /**
   * The rights of a file, where others than its owner have some; empty where it is the owner's alone, or where the file
   * system knows no such rights.
   */
  static Optional<String> wider(Path file) throws IOException {
    if (!hasRights()) {
      return Optional.empty();
    }
    Set<PosixFilePermission> rights = Files.getPosixFilePermissions(file);
    return rights.stream().anyMatch(OF_OTHERS::contains)
        ? Optional.of(PosixFilePermissions.toString(rights))
        : Optional.empty();
  }

  static FileAttribute<?>[] forTheOwnerAlone(String rights) {
    return hasRights()
        ? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
        : new FileAttribute<?>[0];
  }

  private static boolean hasRights() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }
}
