package dev.latchkey.adapters.dashboard.frame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapters.dashboard.audit.AuditValues;
import dev.latchkey.adapters.dashboard.key.KeyFields;
import dev.latchkey.adapters.dashboard.key.KeyRotationPage;
import dev.latchkey.domain.NameFault;
import dev.latchkey.domain.campaign.CampaignType;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.key.KeyState;
import dev.latchkey.domain.key.format.Environment;
import dev.latchkey.domain.tenant.PasswordFault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LanguageTest {

  private static final Pattern FIXED_KEY = Pattern.compile("\\.text\\(\"([^\"]+)\"[,)]");

  private static final Pattern KEY_BY_ITS_LOOK = Pattern
      .compile("\"((?:fault|keys|secret|sign-in|tenant|account|nav)\\.[a-zA-Z._-]*[a-zA-Z])\"");

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

  @Test
  void everyTextThatTheCodeNamesIsThere() throws IOException {
    try (Stream<Path> sources = Files.walk(Path.of("src/main"))) {
      Set<String> named = sources.filter(file -> file.toString().matches(".*\\.(java|jte)"))
          .flatMap(source -> KEY_BY_ITS_LOOK.matcher(read(source)).results())
          .map(found -> found.group(1))
          .collect(Collectors.toSet());

      assertThat(named).contains("keys.permissions.none", "fault.rules")
          .allSatisfy(key -> assertThat(Language.EN.text(key)).isNotEmpty());
    }
  }

  @Test
  void everyTextThatIsPutTogetherIsThere() {
    Stream.of(
        of(Notice.values(), notice -> "notice." + notice.word()),
        of(Permission.values(), permission -> "permission." + permission.label()),
        of(Environment.values(), environment -> "environment." + environment.label()),
        of(KeyState.values(), state -> "keys.state." + state.label()),
        of(KeyRotationPage.Unit.values(), unit -> "keys.overlap.unit." + unit),
        of(KeyFields.Access.values(), access -> "keys.access." + access),
        of(NameFault.values(), fault -> "fault.name." + fault.name().toLowerCase(Locale.ROOT).replace('_', '-')),
        of(PasswordFault.values(), FormErrors::key),
        of(CampaignType.values(), type -> "campaign.type." + type),
        AuditValues.FIELDS.stream().map(field -> "audit.field." + field),
        KeyRotationPage.OVERLAPS.stream().map(overlap -> "keys.overlap." + overlap),
        Stream.of("keys", "audit", "members").flatMap(list -> Stream.of(list + ".first", list + ".more")),
        of(PageRefusal.values(), PageRefusal::key).flatMap(LanguageTest::refusal))
        .flatMap(keys -> keys)
        .forEach(key -> assertThat(Language.EN.text(key)).as(key).isNotEmpty());
  }

  private static <T> Stream<String> of(T[] constants, Function<T, String> key) {
    return Stream.of(constants).map(key);
  }

  private static Stream<String> refusal(String reason) {
    return Stream.of(".title", ".text", ".way").map(part -> reason + part);
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
