package dev.latchkey.adapters.dashboard.view;

import java.time.Duration;

/** Why a login was refused, as far as the page says so. */
public sealed interface SignInRefusal {

  record WrongLogin() implements SignInRefusal {}

  /** @param seconds how long to wait */
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
    return seconds < 60
        ? language.text("wait.seconds", seconds)
        : language.text("wait.minutes", (seconds + 59) / 60);
  }
}
