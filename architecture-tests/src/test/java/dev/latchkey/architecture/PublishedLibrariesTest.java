package dev.latchkey.architecture;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages tell a user of the published libraries to paste exists, compiles and has a module name. */
class PublishedLibrariesTest {

  private static final List<String> PUBLISHED = List.of(
      "domain", "application", "port-contracts", "architecture-tests");

  private static final Pattern JAVA = Pattern.compile("(?ms)^ *```java\\R(.*?)^ *```");
  private static final Pattern DEPENDENCY = Pattern.compile(
      "(?s)<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>\\s*<version>([^<]+)</version>"
          + "\\s*<scope>([^<]+)</scope>");
  private static final Pattern OWN = Pattern.compile("symbol: +class My");
  private static final Pattern CLASS = Pattern.compile("class (\\w+)");

  @TempDir
  private Path output;

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "port-contracts/README.md"})
  void everyJavaSnippetCompilesAsPasted(String page) throws IOException {
    List<String> snippets = JAVA.matcher(read(page)).results().map(found -> found.group(1)).toList();

    assertThat(snippets).isNotEmpty().allSatisfy(snippet -> assertThat(errors(snippet)).isEmpty());
  }

  /** Those of the rules are in the foreign project, which {@code ReadmeSnippetsTest} compares with the README. */
  @Test
  void theCoordinatesOfTheContractsAreThoseOfTheirPom() throws IOException {
    Matcher dependency = DEPENDENCY.matcher(read("port-contracts/README.md"));

    assertThat(dependency.find()).isTrue();
    assertThat(dependency.group(1)).isEqualTo("dev.latchkey");
    assertThat(read("port-contracts/pom.xml"))
        .contains("<artifactId>" + dependency.group(2) + "</artifactId>\n  <name>");
    assertThat(read("pom.xml"))
        .contains("<artifactId>latchkey</artifactId>\n  <version>" + dependency.group(3) + "</version>");
    assertThat(dependency.group(4)).isEqualTo("test");
  }

  @Test
  void theseModulesArePublishedAndNoOthers() throws IOException {
    try (Stream<Path> folders = Files.list(OurOwnCode.top())) {
      assertThat(folders.map(folder -> folder.resolve("pom.xml")).filter(Files::exists))
          .filteredOn(PublishedLibrariesTest::isPublished)
          .extracting(pom -> pom.getParent().getFileName().toString())
          .containsExactlyInAnyOrderElementsOf(PUBLISHED);
    }
  }

  @Test
  void eachPublishedLibraryHasAModuleNameAndABaselineAndCheckedJavadoc() {
    assertThat(PUBLISHED).allSatisfy(module -> {
      Path folder = OurOwnCode.top().resolve(module);
      String pom = Files.readString(folder.resolve("pom.xml"));
      assertThat(Files.exists(folder.resolve("src/main/java/module-info.java"))
          || pom.contains("<Automatic-Module-Name>")).as("a module name").isTrue();
      assertThat(pom).contains("<doclint>all/protected,-missing</doclint>");
      assertThat(folder.resolve("src/api/baseline.jar")).isRegularFile();
    });
  }

  /** What javac reports, apart from the reader's own classes, whose names begin with My. */
  private List<String> errors(String snippet) {
    Matcher name = CLASS.matcher(snippet);
    assertThat(name.find()).as("a class in:\n%s", snippet).isTrue();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    StringWriter log = new StringWriter();
    ToolProvider.getSystemJavaCompiler()
        .getTask(
            log,
            null,
            found,
            List.of("-d", output.toString(), "-proc:none", "-cp", System.getProperty("java.class.path")),
            null,
            List.of(source(name.group(1), snippet)))
        .call();
    assertThat(log.toString()).isEmpty();
    return found.getDiagnostics().stream()
        .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
        .map(problem -> problem.getMessage(Locale.ROOT))
        .filter(message -> !OWN.matcher(message).find())
        .toList();
  }

  private static JavaFileObject source(String name, String snippet) {
    return new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return snippet.lines().map(String::stripTrailing).collect(joining("\n"));
      }
    };
  }

  private static boolean isPublished(Path pom) {
    try {
      return Files.readString(pom).contains("<unpublished>false</unpublished>");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(String page) throws IOException {
    return Files.readString(OurOwnCode.top().resolve(page));
  }
}
