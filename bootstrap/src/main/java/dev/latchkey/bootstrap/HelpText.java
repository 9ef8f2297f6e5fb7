package dev.latchkey.bootstrap;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What {@code --help} prints. */
final class HelpText {

  private static final String COMMANDS = """
      Latchkey issues API keys, authenticates requests and decides which campaigns each key may touch.

        java -jar latchkey.jar          start the server
        java -jar latchkey.jar verify-audit [--expect HEAD]...
                                        verify the audit trail of every tenant; see verify-audit --help
        java -jar latchkey.jar check    examine whether a server would start, and change nothing; see check --help
        java -jar latchkey.jar migrate  bring the database to the schema of this server; see migrate --help
        java -jar latchkey.jar repair   correct the records of migrations; see repair --help
        java -jar latchkey.jar --help   print this

      Everything is set by environment variables; one that starts with LATCHKEY_ and is not here is refused.

      """;

  private HelpText() {}

  /** Returns the text for the server with this store. */
  static String of(StoreModule store) {
    return Arrays.stream(Setting.values())
        .map(setting -> "  " + setting + System.lineSeparator() + "      " + setting.help(store))
        .collect(Collectors.joining(System.lineSeparator(), COMMANDS, System.lineSeparator()));
  }
}
