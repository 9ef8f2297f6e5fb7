package dev.latchkey.adapters.rest.key;

import dev.latchkey.adapters.rest.kit.answer.InputFault;
import dev.latchkey.adapters.rest.kit.answer.Problem;
import dev.latchkey.adapters.rest.kit.input.Input;
import io.micronaut.http.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The condition of a change, as RFC 9110, section 13.1.1, has it. The weak form of a tag matches like the strong one:
 * proxies that compress a response weaken its tag, and the version that it names stays the same.
 *
 * @param tags one of which the record has to have; empty: whichever it has
 */
record IfMatch(Optional<List<String>> tags) {

  private static final String ANY = "*";
  private static final String WEAK = "W/";
  private static final String TAG = "(?:W/)?\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\"";
  private static final Pattern ONE = Pattern.compile(TAG);
  // A list may have empty items, as where a proxy joined two headers; possessive, so that no text takes long to refuse.
  private static final Pattern LIST = Pattern
      .compile("[ \\t,]*+" + TAG + "(?:[ \\t]*+,[ \\t,]*+" + TAG + ")*+[ \\t,]*+");

  static Input<IfMatch> of(HttpHeaders headers) {
    List<String> values = headers.getAll(HttpHeaders.IF_MATCH);
    String condition = String.join(",", values).strip();
    if (values.isEmpty() || condition.equals(ANY)) {
      return new Input.Usable<>(new IfMatch(Optional.empty()));
    }
    return LIST.matcher(condition).matches()
        ? new Input.Usable<>(new IfMatch(Optional.of(tags(condition))))
        : new Input.Unusable<>(Problem.of(List.of(new InputFault("/" + HttpHeaders.IF_MATCH, "invalid_entity_tag",
            "Must be * or a list of entity tags with their quotation marks, such as \"v1\"."))));
  }

  private static List<String> tags(String list) {
    return ONE.matcher(list).results().map(MatchResult::group).map(IfMatch::strong).toList();
  }

  private static String strong(String tag) {
    return tag.startsWith(WEAK) ? tag.substring(WEAK.length()) : tag;
  }

  /** Whether whatever there is may be changed. */
  boolean isUnconditional() {
    return tags.isEmpty();
  }

  /** Whether a record of that version may be changed. */
  boolean admits(long version) {
    return tags.isEmpty() || tags.get().contains(EntityTag.of(version));
  }

  /** The version that the record must still have when it is changed, where it has that one now. */
  OptionalLong version(long current) {
    return tags.isEmpty() ? OptionalLong.empty() : OptionalLong.of(current);
  }
}
