package dev.latchkey.adapters.dashboard.session;

import dev.latchkey.adapters.dashboard.frame.DashboardUrls;
import dev.latchkey.adapters.dashboard.frame.FormToken;
import java.util.Optional;

/**
 * The sign-in form.
 *
 * @param email what was typed before; never the password
 * @param refusal why a login was just refused; it never says what was wrong with it
 */
public record SignInPage(DashboardUrls place, FormToken token, String email, Optional<SignInRefusal> refusal) {

  public boolean refused() {
    return refusal.isPresent();
  }

  public String alert() {
    return refusal.orElseThrow().text(place.language());
  }
}
