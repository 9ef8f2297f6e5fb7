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

  /** Also as the end of a longer word, as in accesstoken. */
  private static final List<String> COMPOUNDS = List.of("apikey", "cookie", "credential", "passcode", "passphrase",
      "password", "privatekey", "secret", "secretkey", "signingkey", "token");

  /** In the names of secrets that are numbers. */
  static final List<String> NUMBERS = List.of("otp", "passcode", "pin", "totp");

  /** Last words that say nothing about the meaning: keyText is a key. */
  private static final List<String> FORMS = List.of("base", "bytes", "chars", "der", "encoded", "hex", "jwk", "pem",
      "string", "text", "value");

  /** Last words that say that the value only describes the secret. */
  private static final List<String> DESCRIPTIONS = List.of("count", "id", "length", "name", "type", "version");

  /** The first word that says the same. */
  private static final String MASKED = "masked";

  /** The first word that says that a key or a digest is none; a public key may have a password. */
  private static final String PUBLIC = "public";

  private static final Pattern WORD = Pattern.compile("[A-Z]+(?![a-z])|[A-Z]?[a-z]+");

  private SecretWords() {}

  static boolean name(JavaField field) {
    var words = wordsOf(field);
    return maySayASecret(words)
        && (words.stream().anyMatch(SecretWords::isSecretAnywhere)
            || (!words.getFirst().equals(PUBLIC) && isOneOf(AT_THE_END, lastOf(words))));
  }

  static boolean nameOfANumber(JavaField field) {
    var words = wordsOf(field);
    return maySayASecret(words) && words.stream().anyMatch(word -> isOneOf(NUMBERS, word));
  }

  /** In the singular and at the end only: tokens may count them, and the tokenEndpoint is an address of another. */
  static boolean nameOfAnIdentifier(JavaField field) {
    var words = wordsOf(field);
    return maySayASecret(words)
        && (ANYWHERE.contains(lastOf(words)) || COMPOUNDS.stream().anyMatch(lastOf(words)::endsWith));
  }

  private static boolean maySayASecret(List<String> words) {
    return !words.isEmpty() && !words.getFirst().equals(MASKED) && !DESCRIPTIONS.contains(words.getLast());
  }

  private static boolean isSecretAnywhere(String word) {
    return isOneOf(ANYWHERE, word)
        || COMPOUNDS.stream().anyMatch(end -> word.endsWith(end) || word.endsWith(end + "s"));
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
