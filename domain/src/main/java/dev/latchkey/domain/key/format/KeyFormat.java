package dev.latchkey.domain.key.format;

import dev.latchkey.domain.id.KeyId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.CRC32;

/**
 * The text of a key: {@code lk_{environment}_{key id}_{secret}{checksum}}, in base62. The checksum is a CRC-32 of all
 * characters before it. It detects typos without a look-up and is never used for authentication.
 */
public final class KeyFormat {

  static final String BRAND = "lk_";
  static final char SEPARATOR = '_';

  private static final List<Environment> ENVIRONMENTS = List.of(Environment.values());
  private static final int ID_LENGTH = 11;
  private static final int CHECKSUM_LENGTH = 6;
  private static final int BODY_LENGTH = ID_LENGTH + 1 + KeySecret.LENGTH + CHECKSUM_LENGTH;

  private KeyFormat() {}

  /** Parses a presented key without any look-up. */
  public static KeyReading read(PresentedKey presented) {
    String text = presented.text();
    for (Environment environment : ENVIRONMENTS) {
      String prefix = environment.prefix();
      if (text.startsWith(prefix)) {
        return read(text, prefix.length(), environment);
      }
      if (prefix.startsWith(text)) {
        return new KeyReading.Malformed(KeyFault.CUT_SHORT);
      }
    }
    return new KeyReading.Malformed(KeyFault.PREFIX);
  }

  private static KeyReading read(String text, int start, Environment environment) {
    for (int i = start; i < text.length(); i++) {
      char character = text.charAt(i);
      if (!Base62.isDigit(character) && character != SEPARATOR) {
        return new KeyReading.Malformed(KeyFault.CHARACTER);
      }
    }
    int length = text.length() - start;
    if (length < BODY_LENGTH) {
      return new KeyReading.Malformed(KeyFault.CUT_SHORT);
    }
    if (length > BODY_LENGTH) {
      return new KeyReading.Malformed(KeyFault.TOO_LONG);
    }
    int idEnd = start + ID_LENGTH;
    int checksumStart = text.length() - CHECKSUM_LENGTH;
    if (text.indexOf(SEPARATOR, start) != idEnd || text.lastIndexOf(SEPARATOR) != idEnd) {
      return new KeyReading.Malformed(KeyFault.CHARACTER);
    }
    OptionalLong id = Base62.decode(text, start, idEnd);
    OptionalLong checksum = Base62.decode(text, checksumStart, text.length());
    boolean fits = checksum.isPresent() && checksum.getAsLong() == checksum(text, checksumStart);
    if (!fits || id.isEmpty() || id.getAsLong() == 0) {
      return new KeyReading.Malformed(KeyFault.CHECKSUM);
    }
    KeySecret secret = new KeySecret(text.substring(idEnd + 1, checksumStart));
    return new KeyReading.WellFormed(new PlainKey(environment, new KeyId(id.getAsLong()), secret));
  }

  static String write(PlainKey key) {
    String unchecked = key.environment().prefix() + handle(key.id()) + SEPARATOR + key.secret().text();
    return unchecked + Base62.encode(checksum(unchecked, unchecked.length()), CHECKSUM_LENGTH);
  }

  /** Returns the public handle: the key id as it appears in the key, safe to log. */
  public static String handle(KeyId id) {
    return Base62.encode(id.value(), ID_LENGTH);
  }

  /** Returns the id of a public handle; empty if the text is not a handle. */
  public static Optional<KeyId> idOf(String handle) {
    if (handle.length() != ID_LENGTH || !Base62.areDigits(handle)) {
      return Optional.empty();
    }
    OptionalLong number = Base62.decode(handle, 0, handle.length());
    return number.isPresent() && number.getAsLong() > 0
        ? Optional.of(new KeyId(number.getAsLong()))
        : Optional.empty();
  }

  /** Computes the checksum of the characters before {@code end}, which are all ASCII. */
  private static long checksum(String text, int end) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.US_ASCII), 0, end);
    return crc.getValue();
  }
}
