package dev.latchkey.adapters.dashboard.view;

/**
 * The sign-in form.
 *
 * @param email what was typed before; never the password
 * @param refused whether a login was just refused; the page never says what was wrong with it
 */
public record SignInPage(Place place, FormToken token, String email, boolean refused) {}
