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
    try (ApplicationContext context = Assembly.of(SettingsReader.read(System.getenv()))) {
      context.start();
      KeyCheck check = new KeyCheck(context.getBean(ForCheckingAccess.class), System.out, System.err);
      System.exit(check.run(List.of(arguments), System.getenv(), System.in));
    } catch (UnsoundSettings unsound) {
      System.err.println(unsound.getMessage());
      System.exit(FAILED);
    }
  }
}
