package dev.latchkey.adapters.dashboard.why;

import dev.latchkey.adapters.dashboard.frame.Language;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.id.PublicId;
import dev.latchkey.domain.key.format.CredentialFault;
import dev.latchkey.domain.key.format.KeyFault;
import dev.latchkey.domain.key.format.KeyFormat;
import dev.latchkey.domain.key.format.KeyReading;
import dev.latchkey.domain.key.format.MaskedKey;
import dev.latchkey.domain.key.format.PlainKey;
import dev.latchkey.domain.key.format.PresentedKey;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The subject of a why request, as pasted. A complete key is reduced to its id; the rest is not stored, so it can be
 * neither shown nor logged.
 */
sealed interface PastedSubject {

  /**
   * The text is neither a complete key nor a name.
   *
   * @param reason a message key; the message says what is wrong and shows nothing of the text
   */
  record Malformed(String reason) implements PastedSubject {}

  record Key(KeyId id) implements PastedSubject {}

  record Masked(MaskedKey mask) implements PastedSubject {}

  /** The id of a request, or possibly the handle of a key; without a handle it cannot be a key. */
  record Name(String text, Optional<KeyId> handle) implements PastedSubject {}

  Pattern SCHEME = Pattern.compile("(?i)^(?:authorization:\\s*)?bearer\\s+");
  Pattern HANDLE = Pattern.compile("lk_(?:live|staging|dev)_([0-9A-Za-z]{11})_?");
  Pattern MASK = Pattern.compile("(lk_(?:live|staging|dev)_[0-9A-Za-z]{4})(?:…|\\.{3})([0-9A-Za-z]{4})");
  Pattern REQUEST = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  String SPACED = "why.spaced";
  String WRAPPED = "why.around";

  /** Reads a pasted text; empty where there is nothing but white space and the words before a key. */
  static Optional<PastedSubject> read(String text) {
    String bare = SCHEME.matcher(text.strip()).replaceFirst("").strip();
    if (bare.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(bare.startsWith("lk_") ? key(bare) : other(bare));
  }

  private static PastedSubject key(String text) {
    if (text.chars().anyMatch(Character::isWhitespace)) {
      return new Malformed(SPACED);
    }
    Matcher mask = MASK.matcher(text);
    if (mask.matches()) {
      return new Masked(new MaskedKey(mask.group(1) + '…' + mask.group(2)));
    }
    Matcher handle = HANDLE.matcher(text);
    if (handle.matches()) {
      return KeyFormat.idOf(handle.group(1)).<PastedSubject>map(Key::new).orElse(malformed(KeyFault.CHARACTER));
    }
    return switch (KeyFormat.read(new PresentedKey(text))) {
      case KeyReading.WellFormed(PlainKey key) -> new Key(key.id());
      case KeyReading.Malformed(KeyFault fault) ->
        CredentialFault.seenIn(text).isPresent() ? new Malformed(WRAPPED) : malformed(fault);
    };
  }

  private static PastedSubject other(String text) {
    Optional<KeyId> id = PublicId.key(text);
    if (id.isPresent()) {
      return new Key(id.get());
    }
    if (REQUEST.matcher(text).matches()) {
      return new Name(text, KeyFormat.idOf(text));
    }
    return text.contains("lk_") && CredentialFault.seenIn(text).isPresent()
        ? new Malformed(WRAPPED)
        : malformed(KeyFault.PREFIX);
  }

  private static Malformed malformed(KeyFault fault) {
    return new Malformed(reason(fault));
  }

  static String reason(KeyFault fault) {
    return "why.malformed." + Language.key(fault);
  }
}
