package dev.latchkey.architecture;

import com.tngtech.archunit.core.domain.JavaField;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Words in the names of components that hold a secret. */
final class SecretWords {

  /** Anywhere in the name. */
  static final List<String> ANYWHERE = List.of("bearer", "cookie", "credential", "credentials", "jwt", "otp",
      "passcode",
      "passphrase", "password", "passwords", "pepper", "pin", "secret", "secrets", "token", "tokens");

  /** At the end of the name, as elsewhere they qualify another word: keyId, codePoint. */
  static final List<String> AT_THE_END = List.of("code", "codes", "digest", "hash", "hashes", "key", "keys", "mac",
      "salt", "seal", "signature");

  /** Last words that say that the value only describes the secret. */
  private static final List<String> DESCRIPTIONS = List.of("count", "id", "length", "name", "type", "version");

  /** First words that say the same. */
  private static final List<String> MASKED = List.of("masked", "public");

  private static final Pattern WORD = Pattern.compile("[A-Z]+(?![a-z])|[A-Z]?[a-z]+");

  private SecretWords() {}

  static boolean name(JavaField field) {
    var words = WORD.matcher(field.getName()).results()
        .map(MatchResult::group)
        .map(word -> word.toLowerCase(Locale.ROOT))
        .toList();
    return !words.isEmpty()
        && !MASKED.contains(words.getFirst())
        && !DESCRIPTIONS.contains(words.getLast())
        && (words.stream().anyMatch(ANYWHERE::contains) || AT_THE_END.contains(words.getLast()));
  }
}
