package dev.latchkey.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the README shows of a file of the foreign project, which CI builds, is what the file contains. */
class ReadmeSnippetsTest {

  private static final String POM = "docs/examples/foreign-project/pom.xml";
  private static final String MOUNT = "docs/examples/foreign-project/src/test/java/com/example/library/ArchitectureTest.java";

  private static final Pattern SNIPPET = Pattern.compile(
      "(?s)<!-- file: (\\S+) -->\\n```\\w+\\n(.*?)```\\n");
  private static final Pattern OUR_VERSION = Pattern.compile(
      "<artifactId>latchkey</artifactId>\\s*<version>([^<]+)</version>");
  private static final Pattern SHOWN_VERSION = Pattern.compile(
      "<artifactId>latchkey-architecture-tests</artifactId>\\s*<version>([^<]+)</version>");

  private record Snippet(String file, String text) {}

  private final List<Snippet> snippets = SNIPPET.matcher(read("README.md")).results()
      .map(found -> new Snippet(found.group(1), found.group(2)))
      .toList();

  ReadmeSnippetsTest() throws IOException {}

  @Test
  void theReadmeShowsThePomAndTheTest() {
    assertThat(snippets).extracting(Snippet::file).containsExactly(POM, MOUNT);
  }

  @Test
  void theTestIsShownAsItIs() throws IOException {
    assertThat(snippet(MOUNT).text()).isEqualTo(read(MOUNT));
  }

  @Test
  void theDependenciesAreShownAsTheyAre() throws IOException {
    assertThat(withoutIndentation(read(POM))).contains(withoutIndentation(snippet(POM).text()));
  }

  @Test
  void theVersionIsThatOfTheBuild() throws IOException {
    assertThat(only(SHOWN_VERSION, snippet(POM).text())).isEqualTo(only(OUR_VERSION, read("pom.xml")));
  }

  private Snippet snippet(String file) {
    return snippets.stream().filter(snippet -> snippet.file().equals(file)).findFirst().orElseThrow();
  }

  private static String only(Pattern pattern, String text) {
    var matcher = pattern.matcher(text);
    assertThat(matcher.find()).as("%s", pattern).isTrue();
    return matcher.group(1);
  }

  private static String withoutIndentation(String text) {
    return text.lines().map(String::strip).collect(Collectors.joining("\n"));
  }

  private static String read(String file) throws IOException {
    return Files.readString(OurOwnCode.top().resolve(file));
  }
}
