package dev.latchkey.domain.refusal;

/**
 * Method and path of a refused request, as they are noted: without the query, and truncated to the lengths below.
 *
 * @param method at most 20 characters
 * @param path at most 512 characters
 */
public record RequestLine(String method, String path) {

  private static final int LONGEST_METHOD = 20;
  private static final int LONGEST_PATH = 512;

  /** Removes the query and truncates both to their maximum lengths. */
  public static RequestLine of(String method, String target) {
    int query = target.indexOf('?');
    return new RequestLine(
        cut(method, LONGEST_METHOD), cut(query < 0 ? target : target.substring(0, query), LONGEST_PATH));
  }

  private static String cut(String text, int most) {
    return text.substring(0, Math.min(text.length(), most));
  }
}
