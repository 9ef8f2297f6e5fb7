package dev.latchkey.adapters.dashboard.frame;

import java.util.OptionalInt;

/** How long the body of a request to a page may be. */
public final class FormLimits {

  /** Of a form that a member sends, in bytes. */
  public static final int SIGNED_IN = 256 * 1024;

  /** Where no member is signed in, in bytes. */
  public static final int ANYBODY = 16 * 1024;

  private static final String SIGN_IN = "/sign-in";

  private FormLimits() {}

  /**
   * The most bytes; empty where the path is not one of pages.
   *
   * @param path without the query
   * @param cookies the values of the {@code Cookie} headers; that there is a session is seen, and not yet whether it is valid
   */
  public static OptionalInt bytes(String path, String cookies) {
    if (!Language.leads(path)) {
      return OptionalInt.empty();
    }
    boolean signedIn = DashboardCookies.nameSession(cookies) && !path.endsWith(SIGN_IN)
        && !path.endsWith(SIGN_IN + "/");
    return OptionalInt.of(signedIn ? SIGNED_IN : ANYBODY);
  }
}
