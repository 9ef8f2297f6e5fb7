package dev.latchkey.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Everything that switches off a check of the compiler, a rule or a test is in {@code suppressions.txt}, with its
 * reason. Most of it is not in class files, so no rule finds it.
 */
class SuppressionsTest {

  private static final Pattern ANNOTATION = Pattern.compile("@\\s*(?:\\w+\\s*\\.\\s*)*"
      + "(SuppressWarnings|SuppressFBWarnings|SuppressForbidden|ArchIgnore|NullUnmarked|Generated|DoNotMutate|Ignore"
      + "|Disabled\\w*|(?:Disabled|Enabled)(?:If|On|For)\\w*)\\b(?:\\s*\\(([^)]*)\\))?");

  /** Spelt in two parts, as this file is checked too. */
  private static final Pattern COMMENT = Pattern.compile(
      "(NO" + "SONAR|noinsp" + "ection|CHECK" + "STYLE:OFF|@formatter:" + "off|spotless:" + "off)");

  private static final Pattern COMPILER_OPTION = Pattern.compile(
      "(?<=[>\\s])(-X(?:ep|lint|plugin|doclint)[^<\\s]*|-Werror|-nowarn)(?=[<\\s])");

  private static final Pattern SKIPPED = Pattern.compile(
      "<([\\w.]*[sS]kip[\\w.]*|testFailureIgnore|failIfNoTests|failOnViolation|failOnWarning|failsOnError)>"
          + "(true|false)<");

  @Test
  void everySuppressionIsListedWithItsReason() throws IOException {
    var listed = listed();

    assertThat(listed).allSatisfy(entry -> {
      assertThat(entry).hasSize(3);
      assertThat(entry.getLast()).as("the reason of %s", entry).isNotBlank();
    });
    assertThat(found())
        .as("what switches off a check, compared with suppressions.txt; list a new one there with its reason")
        .containsExactlyInAnyOrderElementsOf(
            listed.stream().map(entry -> entry.get(0) + " | " + entry.get(1)).toList());
  }

  private static List<List<String>> listed() throws IOException {
    try (var list = SuppressionsTest.class.getResourceAsStream("/suppressions.txt")) {
      return new String(list.readAllBytes(), StandardCharsets.UTF_8).lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> List.of(line.split(" \\| ", 3)))
          .toList();
    }
  }

  private static List<String> found() throws IOException {
    var found = new ArrayList<String>();
    for (var file : sources()) {
      var name = OurOwnCode.top().relativize(file).toString().replace('\\', '/');
      suppressions(file).map(what -> name + " | " + what).forEach(found::add);
    }
    return found;
  }

  private static Stream<String> suppressions(Path file) {
    var text = read(file);
    return file.toString().endsWith(".java")
        ? Stream.concat(
            ANNOTATION.matcher(text).results().map(SuppressionsTest::annotation),
            COMMENT.matcher(text).results().map(MatchResult::group))
        : Stream.concat(
            COMPILER_OPTION.matcher(text).results().map(option -> option.group(1)),
            SKIPPED.matcher(text).results().map(skip -> skip.group(1) + "=" + skip.group(2)));
  }

  private static String annotation(MatchResult match) {
    var values = match.group(2);
    return match.group(1) + (values == null ? "" : "(%s)".formatted(values.replaceAll("[\\s\"{}]", "")));
  }

  private static List<Path> sources() throws IOException {
    var files = new ArrayList<Path>();
    Files.walkFileTree(OurOwnCode.top(), new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        var name = folder.getFileName().toString();
        var isOutput = name.equals("target") || name.equals("node_modules") || name.equals(".git");
        return isOutput ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        var name = file.getFileName().toString();
        if (name.endsWith(".java") || name.equals("pom.xml") || name.equals("jvm.config")
            || name.equals("maven.config")) {
          files.add(file);
        }
        return FileVisitResult.CONTINUE;
      }
    });
    return files;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
