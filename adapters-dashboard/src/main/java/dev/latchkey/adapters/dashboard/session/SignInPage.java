package dev.latchkey.adapters.dashboard.session;

import dev.latchkey.adapters.dashboard.frame.DashboardUrls;
import dev.latchkey.adapters.dashboard.frame.FormErrors;
import dev.latchkey.adapters.dashboard.frame.FormToken;

/**
 * Model of the sign-in form.
 *
 * @param email the e-mail address typed before; the password is never shown again
 * @param faults why a login was just refused; do not reveal which part of it was wrong
 */
public record SignInPage(DashboardUrls place, FormToken token, String email, FormErrors faults) {}
