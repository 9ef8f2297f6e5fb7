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
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything that switches off a check of the compiler, a rule or a test is in {@code suppressions.txt}, with its
 * reason. Most of it is not in class files, so no rule finds it.
 */
class SuppressionsTest {

  private static final Pattern ANNOTATION = Pattern.compile("@\\s*(?:\\w+\\s*\\.\\s*)*"
      + "(SuppressWarnings|SuppressFBWarnings|SuppressForbidden|ArchIgnore|NullUnmarked|Generated|DoNotMutate|Ignore"
      + "|SafeVarargs|CanIgnoreReturnValue|Initializer|Contract|(?:Ensures|Requires)NonNull\\w*"
      + "|Disabled\\w*|(?:Disabled|Enabled)(?:If|On|For)\\w*)\\b(?:\\s*\\(([^)]*)\\))?");

  /** What skips a test while it runs, or changes how ArchUnit checks. */
  private static final Pattern CALL = Pattern.compile(
      "\\b(assume(?:True|False|That|NoException|Not)\\w*|assumingThat|FreezingArchRule)(?=\\s*[.(])");

  /** Spelt in two parts, as this file is checked too. */
  private static final Pattern COMMENT = Pattern.compile(
      "(NO" + "SONAR|noinsp" + "ection|CHECK" + "STYLE:OFF|@formatter:" + "off|spotless:" + "off)");

  private static final Pattern COMPILER_OPTION = Pattern.compile(
      "(?<=[>\\s])(-X(?:ep|lint|plugin|doclint)[^<\\s]*|-Werror|-nowarn)(?=[<\\s])");

  private static final Pattern SKIPPED = Pattern.compile(
      "<([\\w.]*[sS]kip[\\w.]*|[\\w.]*[iI]gnore|fail\\w*|break\\w*|enableAssertions|excludedGroups|groups"
          + "|rerunFailingTestsCount|level|proc)>\\s*([^<\\s]+)\\s*<");

  /** Replaces what the parent pom configures, or takes a plugin out of the build. */
  private static final Pattern REPLACED = Pattern.compile(
      "(<\\w+ combine\\.self=\"override\"|<phase>none<|<exclude>[^<:]*(?:Test|\\.java)[^<:]*<)");

  private static final Pattern PROPERTY = Pattern.compile(
      "(?<=[>\\s]|^)-(?:D[\\w.]*(?:[sS]kip|[iI]gnore|archunit|archRule|junit)[\\w.]*(?:=[^<\\s]+)?|da\\b"
          + "|disableassertions)");

  /** Files that change which violations are reported or which tests run. */
  private static final Set<String> SETTINGS = Set.of("archunit.properties", "archunit_ignore_patterns.txt",
      "jqwik.properties", "junit-platform.properties", "lombok.config", "org.junit.platform.properties");

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

  /** The forms are written in two parts, as this file is checked too. */
  @Test
  void everyFormIsFound(@TempDir Path folder) throws IOException {
    assertThat(
        suppressions(file(folder, "package-info.java", "@" + "SuppressWarnings({\"all\", \"NullAway\"})\npackage a;")))
        .containsExactly("SuppressWarnings(all,NullAway)");
    assertThat(suppressions(file(folder, "A.java", """
        @Null%1$sUnmarked class A {
          @java.lang.Suppress%1$sWarnings(ALL) int field;
          @ Safe%1$sVarargs @Can%1$sIgnoreReturnValue @Arch%1$sIgnore(reason = "x") @Dis%1$sabledOnOs(LINUX) void a() {
            //noinsp%1$section ConstantConditions
            Assumptions.assume%1$sTrue(false);
            Freezing%1$sArchRule.freeze(rule);
          }
        }
        """.replace("%1$s", ""))))
        .containsExactly("NullUnmarked", "SuppressWarnings(ALL)", "SafeVarargs", "CanIgnoreReturnValue",
            "ArchIgnore(reason=x)", "DisabledOnOs(LINUX)", "noinsp" + "ection", "assume" + "True",
            "Freezing" + "ArchRule");
    assertThat(suppressions(file(folder, "pom.xml",
        """
            <arg>-Xplugin:ErrorProne -Xep:NullAway:OFF -XepDisableAllChecks</arg>
            <compilerArgs combine.self="override"><arg>-nowarn</arg></compilerArgs>
            <skipTests>true</skipTests> <phase>none</phase> <failOnViolation> false </failOnViolation>
            <exclude>**/OurOwnCodeTest.java</exclude> <excludedGroups>slow</excludedGroups> <proc>none</proc>
            <argLine>-DskipTests -Darchunit.propertiesFile=x -da</argLine> <maven.test.failure.ignore>true</maven.test.failure.ignore>
            """)))
        .containsExactly("-Xplugin:ErrorProne", "-Xep:NullAway:OFF", "-XepDisableAllChecks", "-nowarn",
            "skipTests=true", "failOnViolation=false", "excludedGroups=slow", "proc=none",
            "maven.test.failure.ignore=true", "compilerArgs combine.self=\"override\"", "phase>none",
            "exclude>**/OurOwnCodeTest.java", "-DskipTests", "-Darchunit.propertiesFile=x", "-da");
    assertThat(suppressions(file(folder, "maven.config", "-Dmaven.test.skip=true")))
        .containsExactly("-Dmaven.test.skip=true");
    assertThat(suppressions(file(folder, "archunit.properties", "archRule.failOnEmptyShould=false")))
        .containsExactly("settings of a tool");
  }

  private static Path file(Path folder, String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
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
    if (SETTINGS.contains(file.getFileName().toString())) {
      return Stream.of("settings of a tool");
    }
    return file.toString().endsWith(".java")
        ? Stream.of(
            ANNOTATION.matcher(text).results().map(SuppressionsTest::annotation),
            COMMENT.matcher(text).results().map(MatchResult::group),
            CALL.matcher(text).results().map(MatchResult::group)).flatMap(found -> found)
        : Stream.of(
            COMPILER_OPTION.matcher(text).results().map(option -> option.group(1)),
            SKIPPED.matcher(text).results().map(skip -> skip.group(1) + "=" + skip.group(2)),
            REPLACED.matcher(text).results().map(replaced -> replaced.group().replaceAll("^<|<$", "")),
            PROPERTY.matcher(text).results().map(MatchResult::group)).flatMap(found -> found);
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
            || name.equals("maven.config") || SETTINGS.contains(name)) {
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
