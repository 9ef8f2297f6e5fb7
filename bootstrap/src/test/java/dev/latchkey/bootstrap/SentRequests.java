package dev.latchkey.bootstrap;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was written on a connection, to know which request an answer is of. */
final class SentRequests {

  /** It need not begin a line: the body of the request before it ends without one. */
  private static final Pattern REQUEST_LINE = Pattern.compile("(?m)([A-Z]+) (\\S+) HTTP/\\d\\.\\d\\r?$");

  private final StringBuilder written = new StringBuilder();
  private int answered;

  void add(String text) {
    written.append(text);
  }

  /** Holds the answer to the next request against the description; of what is no request, nothing is known. */
  Answer checked(Answer answer) {
    Matcher lines = REQUEST_LINE.matcher(written);
    MatchResult line = lines.results().skip(answered++).findFirst().orElse(null);
    return line == null
        ? Described.checked("", "", answer)
        : Described.checked(line.group(1), line.group(2), answer);
  }
}
