package dev.latchkey.bootstrap;

import java.util.Arrays;
import java.util.Optional;

/** The environment variables that the server reads. */
enum Setting {
  LATCHKEY_DB_URL("the address of the store: "),
  LATCHKEY_DB_USERNAME("the database user"),
  LATCHKEY_DB_PASSWORD("the database user's password"),
  LATCHKEY_DB_WAIT("seconds that a start waits for a database that does not answer or takes no writes; default 60"),
  LATCHKEY_DATA_DIR("where the embedded database and made secrets lie; default ./data"),
  LATCHKEY_PORT("the port to listen on; default 8080"),
  LATCHKEY_HOST("the address to listen on; default all"),
  LATCHKEY_OPERATOR_TOKEN("the operator's secret, at least 32 characters; required with LATCHKEY_DB_URL"),
  LATCHKEY_PEPPERS(
      "version:base64 of at least 32 bytes, comma-separated, current first; required with LATCHKEY_DB_URL"),
  LATCHKEY_DEMO("true: fills an empty database and prints what to try"),
  LATCHKEY_TRUSTED_PROXIES("addresses or CIDR ranges, comma-separated, whose forwarded headers are believed"),
  LATCHKEY_CONNECTIONS_PER_ADDRESS(
      "open connections from one IPv4 address or one IPv6 /64 network, except trusted proxies; default 2000, of 20000 in all"),
  LATCHKEY_PUBLIC_URL("the address that browsers use, such as https://keys.example.com"),
  LATCHKEY_CORS_ORIGINS(
      "origins, comma-separated, such as https://app.example.com, whose pages may call the tenants' API; none: no page");

  /** Read by the tests of this project alone. */
  private static final String OF_THE_TESTS = "LATCHKEY_TEST_";

  private static final String OURS = "LATCHKEY_";

  private final String help;

  Setting(String help) {
    this.help = help;
  }

  /** Describes the setting for the server with this store. */
  String help(StoreModule store) {
    return switch (this) {
      case LATCHKEY_DB_URL -> help + store.addressHelp();
      case LATCHKEY_DB_USERNAME -> help + store.username().help();
      case LATCHKEY_DB_PASSWORD -> help + store.password().help();
      case LATCHKEY_DB_WAIT -> help;
      case LATCHKEY_DATA_DIR, LATCHKEY_PORT, LATCHKEY_HOST, LATCHKEY_OPERATOR_TOKEN, LATCHKEY_PEPPERS, LATCHKEY_DEMO,
          LATCHKEY_TRUSTED_PROXIES, LATCHKEY_CONNECTIONS_PER_ADDRESS, LATCHKEY_PUBLIC_URL, LATCHKEY_CORS_ORIGINS ->
        help;
    };
  }

  /** Whether the name looks like one of ours without being one: a misspelling would otherwise go unnoticed. */
  static boolean isMisspelt(String name) {
    return name.startsWith(OURS)
        && !name.startsWith(OF_THE_TESTS)
        && Arrays.stream(values()).noneMatch(setting -> setting.name().equals(name));
  }

  /** The setting that the misspelt name resembles most. */
  static Optional<Setting> nearestTo(String name) {
    return Arrays.stream(values())
        .min((a, b) -> Integer.compare(distance(a.name(), name), distance(b.name(), name)))
        .filter(nearest -> distance(nearest.name(), name) <= 3);
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(above, row[j - 1]));
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
