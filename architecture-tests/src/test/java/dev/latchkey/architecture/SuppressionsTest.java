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
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

  /** What takes a member out of a rule of ours. Each use has its reason beside it, so that a file has one line. */
  private static final Pattern EXEMPTION = Pattern.compile(
      "@\\s*(?:\\w+\\s*\\.\\s*)*(MayBePrinted|AcrossTenants)(?=\\s*\\()");

  /** What skips a test while it runs, or changes how ArchUnit checks. */
  private static final Pattern CALL = Pattern.compile(
      "\\b((?:assume(?:True|False|That|NoException|Not)\\w*|assumingThat|TestAbortedException|FreezingArchRule"
          + "|ArchConfiguration)(?=\\s*[.(])|allowEmptyShould\\s*\\(\\s*true\\s*\\))");

  /** Skips a test, in a file that uses the assumptions of JUnit. */
  private static final Pattern ABORT = Pattern.compile("\\babort(?=\\s*\\()");

  /** Spelt in two parts, as this file is checked too. */
  private static final Pattern COMMENT = Pattern.compile(
      "(NO" + "SONAR|noinsp" + "ection|CHECK" + "STYLE:OFF|@formatter:" + "off|spotless:" + "off)");

  private static final Pattern COMPILER_OPTION = Pattern.compile(
      "(?<=[>\\s])(-X(?:ep|lint|plugin|doclint)[^<\\s]*|-Werror|-nowarn)(?=[<\\s])");

  private static final Pattern SKIPPED = Pattern.compile(
      "<([\\w.]*[sS]kip[\\w.]*|[\\w.]*[iI]gnore(?!d)\\w*|fail\\w*|break\\w*|enableAssertions|showWarnings"
          + "|rerunFailingTestsCount|level|proc|[\\w.]*(?:ex|in)cludes(?:File)?)>\\s*([^<\\s]+)\\s*<");

  /** Lists of what is not checked, with or without an element for each entry. */
  private static final Pattern LIST = Pattern.compile("<(excludedGroups|groups|ignored\\w+)\\b[^>]*>(.*?)</\\1>",
      Pattern.DOTALL);

  private static final Pattern ENTRY = Pattern.compile("(?<=[>\\s]|^)[^<>\\s]+(?=[<\\s]|$)");

  private static final Pattern PLUGIN = Pattern.compile("<plugin>.*?<artifactId>([^<]+)<.*?</plugin>", Pattern.DOTALL);

  /** What it excludes is forbidden, and not left out. */
  private static final String ENFORCER = "maven-enforcer-plugin";

  /** Plugins that check something: when they run, and on what, is listed as a whole. */
  private static final Set<String> CHECKS = Set.of(ENFORCER, "japicmp-maven-plugin", "maven-compiler-plugin",
      "maven-dependency-plugin", "maven-failsafe-plugin", "maven-surefire-plugin", "spotless-maven-plugin");

  private static final Pattern RUN = Pattern.compile("<(phase|test|(?:ex|in)clude)>\\s*([^<]+?)\\s*<");

  private static final Pattern XML_COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);

  /** Options of the build itself, all of which are listed. */
  private static final Set<String> OPTIONS = Set.of("jvm.config", "maven.config");

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
            Assumptions.abo%1$srt("x");
            Arch%1$sConfiguration.get().setProperty("archRule.failOnEmptyShould", "false");
            rule.allow%1$sEmptyShould(true);
            rule.allow%1$sEmptyShould(false);
            throw new TestAborted%1$sException();
          }
          record B(@MayBe%1$sPrinted("x (y)") String a, @dev.latchkey.MayBe%1$sPrinted ("z") String b) {}
          @Across%1$sTenants("x") void c();
        }
        """.replace("%1$s", ""))))
        .containsExactly("NullUnmarked", "SuppressWarnings(ALL)", "SafeVarargs", "CanIgnoreReturnValue",
            "ArchIgnore(reason=x)", "DisabledOnOs(LINUX)", "noinsp" + "ection", "assume" + "True",
            "Freezing" + "ArchRule", "Arch" + "Configuration", "allowEmpty" + "Should(true)",
            "TestAborted" + "Exception", "abo" + "rt", "AcrossTenants: 1", "MayBePrinted: 2");
    assertThat(suppressions(file(folder, "pom.xml",
        """
            <arg>-Xplugin:ErrorProne -Xep:NullAway:OFF -XepDisableAllChecks</arg>
            <compilerArgs combine.self="override"><arg>-nowarn</arg></compilerArgs>
            <skipTests>true</skipTests> <phase>none</phase> <failOnViolation> false </failOnViolation>
            <exclude>**/OurOwnCodeTest.java</exclude> <excludedGroups>slow</excludedGroups> <proc>none</proc>
            <argLine>-DskipTests -Darchunit.propertiesFile=x -da</argLine> <maven.test.failure.ignore>true</maven.test.failure.ignore>
            """)))
        .containsExactly("-Xplugin:ErrorProne", "-Xep:NullAway:OFF", "-XepDisableAllChecks", "-nowarn",
            "skipTests=true", "failOnViolation=false", "proc=none", "maven.test.failure.ignore=true",
            "excludedGroups=slow", "compilerArgs combine.self=\"override\"", "phase>none",
            "exclude>**/OurOwnCodeTest.java", "-DskipTests", "-Darchunit.propertiesFile=x", "-da");
    assertThat(suppressions(file(folder, "pom.xml",
        """
            <excludedGroups>
              <group>slow</group>
            </excludedGroups>
            <showWarnings>false</showWarnings> <ignoreUnusedRuntime>true</ignoreUnusedRuntime>
            <ignoredUnusedDeclaredDependencies combine.children="append">
              <!-- All. --> <dependency>*</dependency>
            </ignoredUnusedDeclaredDependencies>
            <surefire.excludes>**/Our*</surefire.excludes> <surefire.excludesFile>names.txt</surefire.excludesFile>
            <plugin>
              <artifactId>maven-surefire-plugin</artifactId>
              <executions>
                <execution>
                  <id>default-test</id>
                  <phase>site</phase>
                </execution>
              </executions>
              <configuration>
                <excludes><exclude>**/Our*</exclude><exclude>%regex[(?:Our).*]</exclude></excludes>
                <includes><include>**/Few*</include></includes>
              </configuration>
            </plugin>
            <plugin>
              <artifactId>maven-enforcer-plugin</artifactId> <phase>site</phase> <exclude>org.mockito</exclude>
            </plugin>
            <plugin> <artifactId>maven-jar-plugin</artifactId> <phase>package</phase> </plugin>
            """)))
        .containsExactly("showWarnings=false", "ignoreUnusedRuntime=true", "surefire.excludes=**/Our*",
            "surefire.excludesFile=names.txt", "excludedGroups=slow", "ignoredUnusedDeclaredDependencies=*",
            "maven-surefire-plugin phase=site", "maven-surefire-plugin exclude=**/Our*",
            "maven-surefire-plugin exclude=%regex[(?:Our).*]", "maven-surefire-plugin include=**/Few*",
            "maven-enforcer-plugin phase=site");
    assertThat(suppressions(file(folder, "maven.config", "-fn\n--fail-never -Dmaven.test.skip=true\n")))
        .containsExactly("-fn", "--fail-never", "-Dmaven.test.skip=true");
    assertThat(suppressions(file(folder, "jvm.config", "-Dmaven.ext.class.path=x.jar -Xmx1g")))
        .containsExactly("-Dmaven.ext.class.path=x.jar", "-Xmx1g");
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
    if (OPTIONS.contains(file.getFileName().toString())) {
      return ENTRY.matcher(text).results().map(MatchResult::group);
    }
    return file.toString().endsWith(".java") ? inCode(text) : inAPom(XML_COMMENT.matcher(text).replaceAll(""));
  }

  private static Stream<String> inCode(String code) {
    var exemptions = EXEMPTION.matcher(code).results()
        .collect(Collectors.groupingBy(use -> use.group(1), TreeMap::new, Collectors.counting()));
    return Stream.of(
        ANNOTATION.matcher(code).results().map(SuppressionsTest::annotation),
        COMMENT.matcher(code).results().map(MatchResult::group),
        CALL.matcher(code).results().map(MatchResult::group),
        ABORT.matcher(code).results().filter(abort -> code.contains("Assumptions")).map(MatchResult::group),
        exemptions.entrySet().stream().map(uses -> "%s: %d".formatted(uses.getKey(), uses.getValue())))
        .flatMap(found -> found);
  }

  private static Stream<String> inAPom(String pom) {
    return Stream.of(
        COMPILER_OPTION.matcher(pom).results().map(option -> option.group(1)),
        SKIPPED.matcher(pom).results().map(skip -> skip.group(1) + "=" + skip.group(2)),
        LIST.matcher(pom).results().flatMap(list -> ENTRY.matcher(list.group(2)).results()
            .map(entry -> list.group(1) + "=" + entry.group())),
        PLUGIN.matcher(pom).results().filter(plugin -> CHECKS.contains(plugin.group(1)))
            .flatMap(plugin -> RUN.matcher(plugin.group()).results()
                .filter(part -> part.group(1).equals("phase") || !plugin.group(1).equals(ENFORCER))
                .map(part -> "%s %s=%s".formatted(plugin.group(1), part.group(1), part.group(2)))),
        REPLACED.matcher(pom).results().map(replaced -> replaced.group().replaceAll("^<|<$", "")),
        PROPERTY.matcher(pom).results().map(MatchResult::group)).flatMap(found -> found);
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
        if (name.endsWith(".java") || name.equals("pom.xml") || OPTIONS.contains(name)
            || SETTINGS.contains(name)) {
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
