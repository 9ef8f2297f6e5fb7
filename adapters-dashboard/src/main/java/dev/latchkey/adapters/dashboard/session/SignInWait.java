package dev.latchkey.adapters.dashboard.session;

import dev.latchkey.adapters.dashboard.frame.FormErrors;
import dev.latchkey.adapters.dashboard.frame.Language;
import io.micronaut.http.HttpStatus;
import java.time.Duration;

/**
 * The time to wait after too many attempts from the client's network.
 *
 * @param seconds at least 1
 */
record SignInWait(long seconds) {

  static SignInWait of(Duration wait) {
    return new SignInWait(Math.max(1, wait.plusNanos(999_999_999).toSeconds()));
  }

  FormErrors error(Language language) {
    return new FormErrors(language).reject(HttpStatus.TOO_MANY_REQUESTS, "sign-in.too-many", text(language));
  }

  private String text(Language language) {
    if (seconds < 60) {
      return seconds == 1 ? language.text("wait.second") : language.text("wait.seconds", seconds);
    }
    long minutes = (seconds + 59) / 60;
    return minutes == 1 ? language.text("wait.minute") : language.text("wait.minutes", minutes);
  }
}
