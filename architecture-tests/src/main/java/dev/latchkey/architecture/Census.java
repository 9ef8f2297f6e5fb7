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
 * Imports folders of class files, and fails when one of the files was left out.
 *
 * <p>ArchUnit skips a class file that it cannot read and goes on, so that a compiler newer than the library would turn
 * every rule into one that holds. Here each file on disk has to be among the classes imported.
 *
 * @param folders where compiled packages begin, such as {@code domain/target/classes}; none may be missing or empty
 */
public record Census(List<Path> folders) {

  private static final String SUFFIX = ".class";

  /** The classes of all folders. */
  public JavaClasses classes() {
    var classes = new ClassFileImporter().importPaths(folders);
    var left = new TreeSet<String>();
    folders.forEach(folder -> left.addAll(namesIn(folder)));
    left.removeAll(classes.stream().map(JavaClass::getName).collect(Collectors.toSet()));
    if (!left.isEmpty()) {
      throw new IllegalStateException(
          "These class files were not imported, so no rule looks at them: %s. Is ArchUnit too old for the compiler?"
              .formatted(left));
    }
    return classes;
  }

  private static Set<String> namesIn(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new IllegalStateException("There is no folder %s: compile the module first".formatted(folder));
    }
    try (var files = Files.walk(folder)) {
      var names = files.filter(file -> file.toString().endsWith(SUFFIX))
          .map(file -> nameOf(folder.relativize(file)))
          .filter(name -> !name.equals("module-info"))
          .collect(Collectors.toSet());
      if (names.isEmpty()) {
        throw new IllegalStateException("There is no class file in %s: compile the module first".formatted(folder));
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
