package dev.latchkey.adapters.dashboard.frame;

import java.util.OptionalInt;

/** Limits the request bodies of pages. */
public final class FormLimits {

  /** Limit for a form of a signed-in member, in bytes. */
  public static final int SIGNED_IN = 256 * 1024;

  /** Limit where no member is signed in, in bytes. */
  public static final int ANYBODY = 16 * 1024;

  private static final String SIGN_IN = "/sign-in";

  private FormLimits() {}

  /**
   * Returns the limit in bytes; empty where the path does not belong to a page.
   *
   * @param path without the query
   * @param cookies the values of the {@code Cookie} headers; a session counts whether or not it is valid
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
