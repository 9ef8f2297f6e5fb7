package dev.latchkey.domain.key.format;

/**
 * The only form of a key that is shown again, such as {@code lk_live_3fK9…a1B2}: enough for its holder to recognise it.
 * The last four characters belong to the checksum and leave at least 166 bits of the secret unknown.
 */
public record MaskedKey(String value) {

  private static final int SHOWN = 4;

  public static MaskedKey of(PlainKey key) {
    String text = KeyFormat.write(key);
    int shownAtStart = key.environment().prefix().length() + SHOWN;
    return new MaskedKey(text.substring(0, shownAtStart) + '…' + text.substring(text.length() - SHOWN));
  }

  @Override
  public String toString() {
    return value;
  }
}
