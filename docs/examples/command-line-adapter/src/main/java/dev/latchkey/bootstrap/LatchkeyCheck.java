package dev.latchkey.bootstrap;

import dev.latchkey.adapters.commandline.KeyCheck;
import dev.latchkey.application.port.in.ForCheckingAccess;
import io.micronaut.context.ApplicationContext;
import java.util.List;

/**
 * What bootstrap gains by the command. It lies beside the example, so that nothing of the repository changes for it; otherwise
 * it would be one more case in {@link Latchkey}.
 */
final class LatchkeyCheck {

  private static final int FAILED = 4;

  private LatchkeyCheck() {}

  static void main(String[] arguments) {
    if (List.of(arguments).contains("--help")) {
      System.out.print(KeyCheck.HELP);
      return;
    }
    System.exit(answer(List.of(arguments)));
  }

  /** Returns the exit status once the context is closed: what was counted and noted is written down then. */
  private static int answer(List<String> arguments) {
    try {
      return answer(arguments, SettingsReader.read(System.getenv()));
    } catch (InvalidSettings unsound) {
      System.err.println(unsound.getMessage());
      return FAILED;
    }
  }

  private static int answer(List<String> arguments, Settings settings) {
    try (ApplicationContext context = ContextBuilder.of(settings)) {
      context.start();
      KeyCheck check = new KeyCheck(context.getBean(ForCheckingAccess.class), System.out, System.err);
      return check.run(arguments, System.getenv(), System.in);
    } catch (RuntimeException failed) {
      System.err.println("Nothing was checked: " + FailedStart.explained(failed, settings).text());
      return FAILED;
    }
  }
}
