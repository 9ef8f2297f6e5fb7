package dev.latchkey.architecture;

import com.tngtech.archunit.core.domain.JavaField;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Words in the names of fields that hold a secret. */
final class SecretWords {

  /** Anywhere in the name. */
  static final List<String> ANYWHERE = List.of("apikey", "authorization", "bearer", "cookie", "credential", "csrf",
      "jwt", "mnemonic", "nonce", "otp", "passcode", "passkey", "passphrase", "passwd", "password", "pepper", "pin",
      "plaintext", "pwd", "secret", "token", "totp", "xsrf");

  /** At the end of the name, as elsewhere they qualify another word: keyId, codePoint. */
  static final List<String> AT_THE_END = List.of("code", "digest", "hash", "key", "mac", "salt", "seal", "seed",
      "signature");

  /** In the names of secrets that are numbers. */
  static final List<String> NUMBERS = List.of("otp", "passcode", "pin", "totp");

  /** Last words that say nothing about the meaning: keyText is a key. */
  private static final List<String> FORMS = List.of("base", "bytes", "chars", "hex", "string", "text", "value");

  /** Last words that say that the value only describes the secret. */
  private static final List<String> DESCRIPTIONS = List.of("count", "id", "length", "name", "type", "version");

  /** First words that say the same. */
  private static final List<String> MASKED = List.of("masked", "public");

  private static final Pattern WORD = Pattern.compile("[A-Z]+(?![a-z])|[A-Z]?[a-z]+");

  private SecretWords() {}

  static boolean name(JavaField field) {
    var words = wordsOf(field);
    return !words.isEmpty()
        && !MASKED.contains(words.getFirst())
        && !DESCRIPTIONS.contains(words.getLast())
        && (words.stream().anyMatch(word -> isOneOf(ANYWHERE, word)) || isOneOf(AT_THE_END, lastOf(words)));
  }

  static boolean nameOfANumber(JavaField field) {
    var words = wordsOf(field);
    return !words.isEmpty()
        && !DESCRIPTIONS.contains(words.getLast())
        && words.stream().anyMatch(word -> isOneOf(NUMBERS, word));
  }

  private static List<String> wordsOf(JavaField field) {
    return WORD.matcher(field.getName()).results()
        .map(MatchResult::group)
        .map(word -> word.toLowerCase(Locale.ROOT))
        .toList();
  }

  private static String lastOf(List<String> words) {
    return words.stream().filter(word -> !FORMS.contains(word)).reduce("", (first, second) -> second);
  }

  /** The plural counts. */
  private static boolean isOneOf(List<String> listed, String word) {
    return listed.stream().anyMatch(
        one -> word.equals(one) || word.equals(one + "s") || (one.endsWith("h") && word.equals(one + "es")));
  }
}
