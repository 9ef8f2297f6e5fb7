package dev.latchkey.bootstrap;

import dev.latchkey.adapters.rest.kit.http.AllowedOrigins;
import dev.latchkey.adapters.rest.kit.http.HttpLimits;
import dev.latchkey.adapters.system.Pepper;
import dev.latchkey.bootstrap.Settings.Database;
import dev.latchkey.domain.access.OperatorToken;
import dev.latchkey.domain.address.AddressRange;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads the settings from the environment and collects everything that is wrong with them. */
final class SettingsReader {

  private static final int DEFAULT_PORT = 8080;
  private static final int HIGHEST_PORT = 65_535;

  private static final int DEFAULT_WAIT_SECONDS = 60;
  private static final int LONGEST_WAIT_SECONDS = 3_600;

  /** What the settings are read for. */
  enum Purpose {
    /** All have to be valid; missing secrets of an embedded installation are made. */
    START,
    /** All have to be valid; nothing is made. */
    CHECK,
    /** Secrets may be missing, because the preparation of a store uses none. */
    PREPARATION
  }

  private final Map<String, String> environment;
  private final StoreModule store;
  private final Purpose purpose;
  private final List<String> faults = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  private SettingsReader(Map<String, String> environment, StoreModule store, Purpose purpose) {
    this.environment = environment;
    this.store = store;
    this.purpose = purpose;
  }

  /**
   * Reads the settings; makes the secrets of an embedded installation on its first start.
   *
   * @throws InvalidSettings with everything that is wrong at once
   */
  static Settings read(Map<String, String> environment) {
    return read(environment, StoreModule.onClassPath());
  }

  /**
   * Reads the settings of a server with this store, as {@link #read(Map)} does.
   *
   * @throws InvalidSettings with everything that is wrong at once
   */
  static Settings read(Map<String, String> environment, StoreModule store) {
    return new SettingsReader(environment, store, Purpose.START).read();
  }

  /**
   * Reads the settings for another purpose than a start.
   *
   * @throws InvalidSettings with everything that is wrong at once
   */
  static Settings read(Map<String, String> environment, Purpose purpose) {
    return new SettingsReader(environment, StoreModule.onClassPath(), purpose).read();
  }

  private Settings read() {
    environment.keySet().stream().filter(Setting::isMisspelt).sorted().forEach(this::refuseMisspelt);
    Database database = database();
    int wait = text(Setting.LATCHKEY_DB_WAIT).map(this::seconds).orElse(DEFAULT_WAIT_SECONDS);
    int port = text(Setting.LATCHKEY_PORT).map(this::port).orElse(DEFAULT_PORT);
    Optional<URI> publicUrl = text(Setting.LATCHKEY_PUBLIC_URL).flatMap(this::publicUrl);
    List<AddressRange> proxies = text(Setting.LATCHKEY_TRUSTED_PROXIES).map(this::ranges).orElse(List.of());
    Optional<AllowedOrigins> origins = text(Setting.LATCHKEY_CORS_ORIGINS)
        .flatMap(text -> parsed(Setting.LATCHKEY_CORS_ORIGINS.name(), text, AllowedOrigins::listOf));
    int connectionsPerAddress = text(Setting.LATCHKEY_CONNECTIONS_PER_ADDRESS)
        .map(this::connections)
        .orElse(HttpLimits.DEFAULT_CONNECTIONS_PER_ADDRESS);
    boolean demo = text(Setting.LATCHKEY_DEMO).map(this::flag).orElse(false);
    Optional<OperatorToken> givenToken = given(Setting.LATCHKEY_OPERATOR_TOKEN, database, OperatorToken::new);
    Optional<List<Pepper>> givenPeppers = given(Setting.LATCHKEY_PEPPERS, database, Pepper::listOf);
    // Wrong settings leave nothing behind, so secrets are made only once all the rest is sound.
    stopAtFaults();
    if (purpose != Purpose.CHECK) {
      makeFolder(database);
    }
    Optional<OperatorToken> token = givenToken.or(
        () -> isKept(database, GeneratedSecrets.OPERATOR_TOKEN)
            ? made(Setting.LATCHKEY_OPERATOR_TOKEN, database, OperatorToken::new, GeneratedSecrets::operatorToken)
            : Optional.of(new OperatorToken(GeneratedSecrets.unkept())));
    Optional<List<Pepper>> peppers = givenPeppers.or(
        () -> isKept(database, GeneratedSecrets.PEPPERS)
            ? made(Setting.LATCHKEY_PEPPERS, database, Pepper::listOf, GeneratedSecrets::peppers)
            : Optional.of(Pepper.listOf("1:" + GeneratedSecrets.unkept())));
    stopAtFaults();
    return new Settings(
        database,
        Duration.ofSeconds(wait),
        port,
        text(Setting.LATCHKEY_HOST),
        token.orElseThrow(),
        peppers.orElseThrow(),
        demo,
        proxies,
        connectionsPerAddress,
        publicUrl,
        origins.orElse(new AllowedOrigins(Set.of())),
        List.copyOf(notes));
  }

  private Optional<String> text(Setting setting) {
    return Optional.ofNullable(environment.get(setting.name())).map(String::strip).filter(text -> !text.isEmpty());
  }

  private void stopAtFaults() {
    if (!faults.isEmpty()) {
      throw new InvalidSettings(faults);
    }
  }

  private void refuseMisspelt(String name) {
    String meant = Setting.nearestTo(name).map(setting -> " Did you mean " + setting + "?").orElse("");
    faults.add(name + " is not a setting of Latchkey." + meant);
  }

  private Database database() {
    Optional<String> url = text(Setting.LATCHKEY_DB_URL);
    if (url.isPresent()) {
      return server(url.get());
    }
    for (Setting idle : List.of(Setting.LATCHKEY_DB_USERNAME, Setting.LATCHKEY_DB_PASSWORD)) {
      text(idle).ifPresent(_ -> faults.add(idle + " is set without LATCHKEY_DB_URL, so it would not be used."));
    }
    if (store.embedded().isEmpty()) {
      faults.add("LATCHKEY_DB_URL is missing: it is the address of " + store.name() + ", such as " + store.address()
          + ".");
      return new Database.Server("", "", "");
    }
    return embedded(store.embedded().get());
  }

  private Database embedded(StoreModule.Embedded embedded) {
    notes.add(
        "The embedded database is for evaluation, not for production: set LATCHKEY_DB_URL to use " + store.name()
            + ".");
    Path dataDir = Path.of(text(Setting.LATCHKEY_DATA_DIR).orElse("data")).toAbsolutePath();
    return new Database.Embedded(dataDir, embedded.address(DataFolder.database(dataDir)), embedded.username());
  }

  private Database server(String url) {
    if (!url.startsWith(store.addressStart())) {
      faults.add("LATCHKEY_DB_URL starts with " + store.addressStart() + " (it is " + shown(url) + ").");
    }
    return new Database.Server(
        url,
        credential(Setting.LATCHKEY_DB_USERNAME, store.username()),
        credential(Setting.LATCHKEY_DB_PASSWORD, store.password()));
  }

  private String credential(Setting setting, StoreModule.Need need) {
    Optional<String> text = text(setting);
    switch (need) {
      case REQUIRED -> {
        if (text.isEmpty()) {
          faults.add(setting + " is missing: with LATCHKEY_DB_URL it is required.");
        }
      }
      case OPTIONAL -> {
        // Valid with and without it.
      }
      case NONE -> text.ifPresent(
          _ -> faults.add(setting + " is set, but " + store.name() + " takes none: remove it."));
    }
    return text.orElse("");
  }

  private int port(String text) {
    try {
      int port = Integer.parseInt(text);
      if (port >= 0 && port <= HIGHEST_PORT) {
        return port;
      }
    } catch (NumberFormatException notANumber) {
      // Said below, together with a number out of range.
    }
    faults.add("LATCHKEY_PORT is a number from 0 (any free port) to " + HIGHEST_PORT + ", not \"" + text + "\".");
    return DEFAULT_PORT;
  }

  private int seconds(String text) {
    try {
      int seconds = Integer.parseInt(text);
      if (seconds >= 0 && seconds <= LONGEST_WAIT_SECONDS) {
        return seconds;
      }
    } catch (NumberFormatException notANumber) {
      // Reported below, together with a number out of range.
    }
    faults.add(
        "LATCHKEY_DB_WAIT must be a whole number of seconds from 0 to " + LONGEST_WAIT_SECONDS + ", not \"" + text
            + "\".");
    return DEFAULT_WAIT_SECONDS;
  }

  private int connections(String text) {
    try {
      int connections = Integer.parseInt(text);
      if (connections >= 1 && connections <= HttpLimits.MOST_CONNECTIONS) {
        return connections;
      }
    } catch (NumberFormatException notANumber) {
      // Reported below, together with a number out of range.
    }
    faults.add(
        "LATCHKEY_CONNECTIONS_PER_ADDRESS must be a whole number from 1 to " + HttpLimits.MOST_CONNECTIONS + ", not \""
            + text + "\".");
    return HttpLimits.DEFAULT_CONNECTIONS_PER_ADDRESS;
  }

  private boolean flag(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      faults.add("LATCHKEY_DEMO is true or false, not \"" + text + "\".");
    }
    return text.equals("true");
  }

  private Optional<URI> publicUrl(String text) {
    try {
      URI url = URI.create(text);
      if (url.getHost() != null && List.of("http", "https").contains(url.getScheme())) {
        if (url.getScheme().equals("http")) {
          notes.add(
              "LATCHKEY_PUBLIC_URL is plain http: keys travel unencrypted, and browsers on other machines cannot sign in to "
                  + "the dashboard.");
        }
        return Optional.of(url);
      }
    } catch (IllegalArgumentException notAnAddress) {
      // Said below, together with an address of another kind.
    }
    faults.add("LATCHKEY_PUBLIC_URL is an address such as https://keys.example.com, not \"" + text + "\".");
    return Optional.empty();
  }

  private List<AddressRange> ranges(String text) {
    List<AddressRange> ranges = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      AddressRange.of(part.strip())
          .ifPresentOrElse(
              ranges::add,
              () -> faults.add("LATCHKEY_TRUSTED_PROXIES: \"" + part.strip() + "\" is no address or CIDR range."));
    }
    return List.copyOf(ranges);
  }

  private void makeFolder(Database database) {
    if (!(database instanceof Database.Embedded(Path dataDir, _, _))) {
      return;
    }
    try {
      notes.addAll(DataFolder.make(dataDir, store.embedded().orElseThrow().fileEnding()));
    } catch (UncheckedIOException unusable) {
      faults.add(unusable.getMessage() + ": check LATCHKEY_DATA_DIR (" + unusable.getCause() + ").");
    }
    stopAtFaults();
  }

  private <T> Optional<T> given(Setting setting, Database database, Function<String, T> parse) {
    Optional<String> text = text(setting);
    if (text.isEmpty() && database instanceof Database.Server && purpose != Purpose.PREPARATION) {
      faults.add(setting + " is missing: with LATCHKEY_DB_URL it is required. It is " + setting.help(store) + ".");
    }
    return text.flatMap(secret -> parsed(setting.name(), secret, parse));
  }

  /** Whether the secret is in its file, or is to be made there. */
  private boolean isKept(Database database, String file) {
    return switch (purpose) {
      case START -> true;
      case CHECK -> database instanceof Database.Embedded(Path dataDir, _, _) && Files.exists(dataDir.resolve(file));
      case PREPARATION -> false;
    };
  }

  private <T> Optional<T> made(
      Setting setting, Database database, Function<String, T> parse, Function<Path, GeneratedSecrets.Made> make) {
    if (!(database instanceof Database.Embedded(Path dataDir, _, _))) {
      return Optional.empty();
    }
    try {
      GeneratedSecrets.Made made = make.apply(dataDir);
      notes.add(setting + " is not set: the one in " + made.file() + " is used.");
      return parsed(made.file().toString(), made.text(), parse);
    } catch (GeneratedSecrets.OpenSecret open) {
      faults.add(open.getMessage());
      return Optional.empty();
    } catch (UncheckedIOException unusable) {
      faults.add(
          unusable.getMessage() + ": check LATCHKEY_DATA_DIR, or set " + setting + " (" + unusable.getCause() + ").");
      return Optional.empty();
    }
  }

  private <T> Optional<T> parsed(String source, String text, Function<String, T> parse) {
    try {
      return Optional.of(parse.apply(text));
    } catch (IllegalArgumentException unsound) {
      faults.add(source + ": " + unsound.getMessage() + ".");
      return Optional.empty();
    }
  }

  /** The address without what a URL may carry of secrets. */
  private static String shown(String url) {
    int end = url.indexOf(':', url.indexOf(':') + 1);
    return end < 0 ? "something else" : url.substring(0, end) + ":…";
  }
}
