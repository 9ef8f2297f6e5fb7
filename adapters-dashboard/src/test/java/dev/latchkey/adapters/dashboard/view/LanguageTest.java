package dev.latchkey.adapters.dashboard.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LanguageTest {

  private static final Pattern FIXED_KEY = Pattern.compile("\\.text\\(\"([^\"]+)\"\\)");

  @Test
  void everyLanguageHasTheSameTexts() throws IOException {
    Set<Object> english = texts(Language.EN).keySet();

    for (Language language : Language.values()) {
      assertThat(texts(language).keySet()).as(language.tag()).isEqualTo(english);
      assertThat(texts(language).values()).as(language.tag()).doesNotContain("");
    }
  }

  @Test
  void everyTextThatATemplateNamesIsThere() throws IOException {
    try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"))) {
      Set<String> named = templates.filter(Files::isRegularFile)
          .flatMap(template -> FIXED_KEY.matcher(read(template)).results())
          .map(found -> found.group(1))
          .collect(Collectors.toSet());

      assertThat(named).isNotEmpty().allSatisfy(key -> assertThat(Language.EN.text(key)).isNotEmpty());
    }
  }

  private static Properties texts(Language language) throws IOException {
    Properties texts = new Properties();
    try (InputStream in = Language.class.getResourceAsStream("texts_" + language.tag() + ".properties")) {
      texts.load(in);
    }
    return texts;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
