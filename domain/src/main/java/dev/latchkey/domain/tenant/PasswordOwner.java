package dev.latchkey.domain.tenant;

import dev.latchkey.domain.Name;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Public facts about the member for whom a password is chosen.
 *
 * @param email empty if unknown, for example because it is invalid itself
 * @param tenant the tenant's name; empty if unknown
 */
public record PasswordOwner(Optional<Email> email, Optional<Name> tenant) {

  private static final String PRODUCT = "latchkey";

  private static final int SHORTEST_WORD = 3;

  private static final int FEWEST_OTHERS = 6;

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  public static PasswordOwner of(Member member, Tenant tenant) {
    return new PasswordOwner(Optional.of(member.email()), Optional.of(tenant.name()));
  }

  /** Whether a text contains public words, and fewer than six letters and digits remain without them. */
  boolean isGuessedFrom(String text) {
    String rest = plain(text);
    for (String word : words()) {
      rest = rest.replace(word, " ");
    }
    return !rest.equals(plain(text)) && letters(rest).codePointCount(0, letters(rest).length()) < FEWEST_OTHERS;
  }

  /** Returns the longest words first, so that a shorter word does not break up a longer one. */
  private List<String> words() {
    return Stream.of(Optional.of(PRODUCT), email.map(Email::value), tenant.map(Name::value))
        .flatMap(Optional::stream)
        .map(PasswordOwner::plain)
        .flatMap(text -> Stream.concat(Stream.of(text, letters(text)), BETWEEN_WORDS.splitAsStream(text)))
        .filter(word -> word.codePointCount(0, word.length()) >= SHORTEST_WORD)
        .sorted(Comparator.comparingInt(String::length).reversed())
        .toList();
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  private static String letters(String text) {
    return BETWEEN_WORDS.matcher(text).replaceAll("");
  }
}
