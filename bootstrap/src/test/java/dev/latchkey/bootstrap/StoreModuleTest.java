package dev.latchkey.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.bootstrap.Settings.Database;
import dev.latchkey.bootstrap.StoreModule.Embedded;
import dev.latchkey.bootstrap.StoreModule.Need;
import io.micronaut.context.ApplicationContext;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The settings, their errors and their help follow what the module of the store states. */
class StoreModuleTest {

  private static final StoreModule WITHOUT_USERS = new StoreModule(
      "Cellar", "cellar:", "cellar:FOLDER", Need.NONE, Need.NONE, Optional.empty());

  private static final Map<String, String> SECRETS = Map.of(
      "LATCHKEY_OPERATOR_TOKEN", Platform.TOKEN,
      "LATCHKEY_PEPPERS", "1:" + Base64.getEncoder().encodeToString(new byte[32]));

  @TempDir
  private Path folder;

  @Test
  void storeWithoutUserNamesNeedsNone() {
    Settings settings = SettingsReader.read(with("LATCHKEY_DB_URL", "cellar:/srv"), WITHOUT_USERS);

    assertThat(settings.database()).isEqualTo(new Database.Server("cellar:/srv", "", ""));
  }

  @Test
  void storeGetsItsSettingsAsBeans() {
    Settings settings = SettingsReader.read(Map.of("LATCHKEY_DATA_DIR", folder.resolve("data").toString()));
    try (ApplicationContext context = ContextBuilder.of(settings)) {
      context.start();

      assertThat(context.getBean(String.class, Qualifiers.byName("store-address")))
          .isEqualTo("jdbc:h2:file:" + folder.resolve("data/latchkey"));
      assertThat(context.getBean(String.class, Qualifiers.byName("store-username"))).isEqualTo("sa");
      assertThat(context.getBean(String.class, Qualifiers.byName("store-password"))).isEmpty();
    }
  }

  @Test
  void userNameThatTheStoreDoesNotTakeIsRefused() {
    Map<String, String> settings = with("LATCHKEY_DB_URL", "cellar:/srv");
    settings.put("LATCHKEY_DB_USERNAME", "latchkey");

    assertThatThrownBy(() -> SettingsReader.read(settings, WITHOUT_USERS))
        .isInstanceOf(InvalidSettings.class)
        .hasMessage("LATCHKEY_DB_USERNAME is set, but Cellar takes none: remove it.");
  }

  @Test
  void requiredUserNameAndPasswordAreBothNamed() {
    StoreModule guarded = new StoreModule(
        "Vault", "vault:", "vault:HOST", Need.REQUIRED, Need.REQUIRED, Optional.empty());

    assertThatThrownBy(() -> SettingsReader.read(with("LATCHKEY_DB_URL", "vault:here"), guarded))
        .hasMessageContainingAll("LATCHKEY_DB_USERNAME is missing", "LATCHKEY_DB_PASSWORD is missing");
  }

  @Test
  void storeWithoutEmbeddedDatabaseNeedsAnAddress() {
    assertThatThrownBy(() -> SettingsReader.read(SECRETS, WITHOUT_USERS))
        .isInstanceOf(InvalidSettings.class)
        .hasMessage("LATCHKEY_DB_URL is missing: it is the address of Cellar, such as cellar:FOLDER.");
  }

  @Test
  void embeddedDatabaseLiesWhereItsModuleStates() {
    StoreModule embedded = new StoreModule(
        "Cellar", "cellar:", "cellar:FOLDER", Need.NONE, Need.NONE, Optional.of(new Embedded("file:", ".cellar", "")));

    Settings settings = SettingsReader.read(with("LATCHKEY_DATA_DIR", folder.toString()), embedded);

    assertThat(settings.database())
        .isEqualTo(new Database.Embedded(folder, "file:" + folder.resolve("latchkey"), ""));
    assertThat(Files.exists(folder.resolve("latchkey.cellar"))).isTrue();
    assertThat(settings.notes()).anyMatch(note -> note.endsWith("set LATCHKEY_DB_URL to use Cellar."));
  }

  @Test
  void helpAndAdviceNameWhatTheStoreTakes() {
    assertThat(WITHOUT_USERS.settings()).isEqualTo("LATCHKEY_DB_URL");
    assertThat(StoreModule.onClassPath().settings())
        .isEqualTo("LATCHKEY_DB_URL, LATCHKEY_DB_USERNAME and LATCHKEY_DB_PASSWORD");
    assertThat(HelpText.of(WITHOUT_USERS))
        .contains("cellar:FOLDER; required", "not used by this store")
        .doesNotContain("mysql", "MySQL");
    assertThat(HelpText.of(StoreModule.onClassPath())).contains("jdbc:mysql://HOST:PORT[,HOST:PORT...]/DATABASE");
  }

  @Test
  void fileThatStatesTooLittleIsNamed() {
    Properties properties = new Properties();
    properties.setProperty("name", "Cellar");

    assertThatThrownBy(() -> StoreModule.of(properties)).hasMessageContaining("store.properties has no address-start");
  }

  private static Map<String, String> with(String name, String value) {
    Map<String, String> settings = new HashMap<>(SECRETS);
    settings.put(name, value);
    return settings;
  }
}
