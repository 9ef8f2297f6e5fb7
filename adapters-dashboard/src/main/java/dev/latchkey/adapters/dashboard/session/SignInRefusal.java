package dev.latchkey.adapters.dashboard.session;

import dev.latchkey.adapters.dashboard.frame.Language;
import java.time.Duration;

/** The reason of a refused login, as far as the page reveals it. */
public sealed interface SignInRefusal {

  record WrongLogin() implements SignInRefusal {}

  /**
   * Too many attempts from the client's network.
   *
   * @param seconds the time to wait, in seconds
   */
  record TooManyAttempts(long seconds) implements SignInRefusal {

    public static TooManyAttempts within(Duration wait) {
      return new TooManyAttempts(Math.max(1, wait.plusNanos(999_999_999).toSeconds()));
    }
  }

  default String text(Language language) {
    return switch (this) {
      case WrongLogin() -> language.text("sign-in.refused");
      case TooManyAttempts(long seconds) -> language.text("sign-in.too-many", waiting(language, seconds));
    };
  }

  private static String waiting(Language language, long seconds) {
    if (seconds < 60) {
      return seconds == 1 ? language.text("wait.second") : language.text("wait.seconds", seconds);
    }
    long minutes = (seconds + 59) / 60;
    return minutes == 1 ? language.text("wait.minute") : language.text("wait.minutes", minutes);
  }
}
