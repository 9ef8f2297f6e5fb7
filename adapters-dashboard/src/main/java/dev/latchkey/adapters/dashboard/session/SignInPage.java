package dev.latchkey.adapters.dashboard.session;

import dev.latchkey.adapters.dashboard.frame.DashboardUrls;
import dev.latchkey.adapters.dashboard.frame.FormToken;
import java.util.Optional;

/**
 * Model of the sign-in form.
 *
 * @param email the e-mail address typed before; the password is never shown again
 * @param refusal why a login was just refused; does not reveal which part of it was wrong
 */
public record SignInPage(DashboardUrls place, FormToken token, String email, Optional<SignInRefusal> refusal) {

  public boolean refused() {
    return refusal.isPresent();
  }

  public String alert() {
    return refusal.orElseThrow().text(place.language());
  }
}
