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
 * The condition of a change (RFC 9110, section 13.1.1). A weak tag matches like the strong one: proxies that compress a
 * response weaken its tag, and the version in it stays the same.
 *
 * @param tags tags of which the record must have one; empty: any
 */
record IfMatch(Optional<List<String>> tags) {

  private static final String ANY = "*";
  private static final String WEAK = "W/";
  private static final String TAG = "(?:W/)?\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\"";
  private static final Pattern ONE = Pattern.compile(TAG);
  // A list may have empty items, as when a proxy joins two headers. Possessive quantifiers bound the time to reject a
  // text.
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

  /** Returns whether any version may be changed. */
  boolean isUnconditional() {
    return tags.isEmpty();
  }

  /** Returns whether a record of this version may be changed. */
  boolean admits(long version) {
    return tags.isEmpty() || tags.get().contains(EntityTag.of(version));
  }

  /** Returns the version that the record must still have when it is changed; empty if any may be changed. */
  OptionalLong version(long current) {
    return tags.isEmpty() ? OptionalLong.empty() : OptionalLong.of(current);
  }
}
