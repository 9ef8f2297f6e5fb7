package dev.latchkey.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Imports folders of class files, and fails if one of the files was not imported.
 *
 * <p>ArchUnit skips a class file that it cannot read, so that with a compiler newer than the library every rule would
 * pass. Here each file on disk must be among the imported classes.
 *
 * @param folders the roots of compiled packages, such as {@code domain/target/classes}; none may be missing or empty
 */
public record Census(List<Path> folders) {

  private static final String SUFFIX = ".class";

  /**
   * Imports the classes of all folders.
   *
   * @throws IllegalStateException if a folder is missing or empty, or a class file was not imported
   */
  public JavaClasses classes() {
    var classes = new ClassFileImporter().importPaths(folders);
    var left = new TreeSet<String>();
    folders.forEach(folder -> left.addAll(namesIn(folder)));
    left.removeAll(classes.stream().map(JavaClass::getName).collect(Collectors.toSet()));
    if (!left.isEmpty()) {
      throw new IllegalStateException(
          "These class files were not imported, so no rule checks them: %s. Is ArchUnit too old for the compiler?"
              .formatted(left));
    }
    return classes;
  }

  private static Set<String> namesIn(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new IllegalStateException("The folder %s does not exist: compile the module first".formatted(folder));
    }
    try (var files = Files.walk(folder)) {
      var names = files.filter(file -> file.toString().endsWith(SUFFIX))
          .map(file -> nameOf(folder.relativize(file)))
          .filter(name -> !name.equals("module-info"))
          .collect(Collectors.toSet());
      if (names.isEmpty()) {
        throw new IllegalStateException("No class file in the folder %s: compile the module first".formatted(folder));
      }
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String nameOf(Path file) {
    var path = file.toString().replace('\\', '/');
    return path.substring(0, path.length() - SUFFIX.length()).replace('/', '.');
  }
}
