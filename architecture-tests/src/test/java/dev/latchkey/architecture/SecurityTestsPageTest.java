package dev.latchkey.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page that names a test for each security promise names only tests that exist. */
class SecurityTestsPageTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\| [^|]+ \\|([^|]*)\\|$");
  private static final Pattern NAMED = Pattern.compile("`(\\w+)(?:\\.(\\w+))?`");
  private static final Pattern TEST = Pattern.compile(
      "@(?:Test|ParameterizedTest|TestFactory|RepeatedTest|Property)\\b[\\s\\S]*?(?:void|boolean|Stream<\\w+>) (\\w+)\\(");

  @Test
  void everyPromiseNamesATestThatExists() throws IOException {
    Map<String, String> sources = testSources();
    List<MatchResult> rows = ROW.matcher(Files.readString(ROOT.resolve("docs/security-tests.md"))).results().toList();

    assertThat(rows.stream().map(row -> Integer.valueOf(row.group(1))))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 29).boxed().toList());
    for (MatchResult row : rows) {
      List<MatchResult> named = NAMED.matcher(row.group(2)).results().toList();
      assertThat(named).as("the tests of promise %s", row.group(1)).isNotEmpty();
      for (MatchResult test : named) {
        assertThat(sources).as("promise %s", row.group(1)).containsKey(test.group(1));
        if (test.group(2) != null) {
          assertThat(testMethods(sources.get(test.group(1)))).as("promise %s", row.group(1)).contains(test.group(2));
        }
      }
    }
  }

  private static List<String> testMethods(String source) {
    return TEST.matcher(source).results().map(found -> found.group(1)).toList();
  }

  /** Sources that have tests, by the name of their class; a name may stand for two classes of two modules. */
  private static Map<String, String> testSources() throws IOException {
    Map<String, String> sources = new TreeMap<>();
    try (Stream<Path> modules = Files.list(ROOT)) {
      for (Path module : modules.filter(path -> Files.exists(path.resolve("pom.xml"))).toList()) {
        for (String folder : List.of("src/test/java", "src/main/java")) {
          if (Files.exists(module.resolve(folder))) {
            addSources(module.resolve(folder), sources);
          }
        }
      }
    }
    return sources;
  }

  private static void addSources(Path folder, Map<String, String> sources) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.filter(file -> file.toString().endsWith(".java")).forEach(file -> {
        String source = read(file);
        if (TEST.matcher(source).find()) {
          sources.merge(file.getFileName().toString().replace(".java", ""), source, String::concat);
        }
      });
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
