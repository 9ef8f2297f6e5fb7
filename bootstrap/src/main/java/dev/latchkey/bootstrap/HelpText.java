package dev.latchkey.bootstrap;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What {@code --help} prints. */
final class HelpText {

  static final String TEXT = """
      Latchkey issues API keys, authenticates requests and decides which campaigns each key may touch.

        java -jar latchkey.jar          start the server
        java -jar latchkey.jar verify-audit [--expect HEAD]...
                                        verify the audit trail of every tenant; see verify-audit --help
        java -jar latchkey.jar --help   print this

      Everything is set by environment variables; one that starts with LATCHKEY_ and is not here is refused.

      """
      + Arrays.stream(Setting.values())
          .map(setting -> "  " + setting + System.lineSeparator() + "      " + setting.help())
          .collect(Collectors.joining(System.lineSeparator()))
      + System.lineSeparator();

  private HelpText() {}
}
