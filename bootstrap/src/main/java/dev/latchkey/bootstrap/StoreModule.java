package dev.latchkey.bootstrap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/**
 * The settings that the store takes. Its module states them in a file, so that another store can replace it without a
 * change of this module.
 *
 * @param name the name of the technology, for messages
 * @param addressStart the text with which every address of the store starts
 * @param address the form of an address, for messages
 * @param embedded the database in this process that is used without an address; empty if the store has none
 */
record StoreModule(
    String name, String addressStart, String address, Need username, Need password, Optional<Embedded> embedded) {

  private static final String FILE = "/META-INF/latchkey/store.properties";

  /** Whether an address needs a user name or a password beside it. */
  enum Need {
    REQUIRED("; required with LATCHKEY_DB_URL"),
    OPTIONAL(""),
    NONE("; not used by this store");

    private final String help;

    Need(String help) {
      this.help = help;
    }

    String help() {
      return help;
    }
  }

  /**
   * A database in files of this process.
   *
   * @param addressStart the text before the path of its files
   * @param fileEnding the text after the path, in the name of its main file
   * @param username empty if it has no users
   */
  record Embedded(String addressStart, String fileEnding, String username) {

    String address(Path database) {
      return addressStart + database;
    }
  }

  /** Reads the file of the store that is on the class path. */
  static StoreModule onClassPath() {
    try (InputStream file = StoreModule.class.getResourceAsStream(FILE)) {
      Properties properties = new Properties();
      properties.load(Objects.requireNonNull(file, "No module of a store with " + FILE + " is on the class path"));
      return of(properties);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static StoreModule of(Properties properties) {
    return new StoreModule(
        text(properties, "name"),
        text(properties, "address-start"),
        text(properties, "address"),
        need(properties, "username"),
        need(properties, "password"),
        properties.containsKey("embedded.address-start") ? Optional.of(embedded(properties)) : Optional.empty());
  }

  private static Embedded embedded(Properties properties) {
    return new Embedded(
        text(properties, "embedded.address-start"),
        text(properties, "embedded.file-ending"),
        text(properties, "embedded.username"));
  }

  private static Need need(Properties properties, String name) {
    return Need.valueOf(text(properties, name).toUpperCase(Locale.ROOT));
  }

  private static String text(Properties properties, String name) {
    return Objects.requireNonNull(properties.getProperty(name), FILE + " has no " + name).strip();
  }

  String addressHelp() {
    return address + (embedded.isPresent() ? "; none: an embedded file database, for evaluation" : "; required");
  }

  /** Returns the names of the settings that this store takes, as they are listed in a sentence. */
  String settings() {
    List<String> taken = new ArrayList<>(List.of(Setting.LATCHKEY_DB_URL.name()));
    if (username != Need.NONE) {
      taken.add(Setting.LATCHKEY_DB_USERNAME.name());
    }
    if (password != Need.NONE) {
      taken.add(Setting.LATCHKEY_DB_PASSWORD.name());
    }
    String last = taken.removeLast();
    return taken.isEmpty() ? last : String.join(", ", taken) + " and " + last;
  }
}
