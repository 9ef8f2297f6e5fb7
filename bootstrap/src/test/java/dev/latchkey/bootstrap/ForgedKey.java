package dev.latchkey.bootstrap;

import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.format.KeyFormat;
import dev.latchkey.domain.key.format.KeyReading;
import dev.latchkey.domain.key.format.KeySecret;
import dev.latchkey.domain.key.format.PlainKey;
import dev.latchkey.domain.key.format.PresentedKey;
import java.util.Random;

/** Keys that look right to the last digit of their checksum and open nothing. */
record ForgedKey(PlainKey original) {

  static ForgedKey like(Platform.Key key) {
    return switch (KeyFormat.read(new PresentedKey(key.text()))) {
      case KeyReading.WellFormed(PlainKey plain) -> new ForgedKey(plain);
      case KeyReading.Malformed malformed -> throw new AssertionError(malformed);
    };
  }

  String withAnotherSecret() {
    return new PlainKey(original.environment(), original.id(), secret()).reveal();
  }

  String withAnotherId() {
    return new PlainKey(original.environment(), new KeyId(original.id().value() + 1), original.secret()).reveal();
  }

  /** With an id that lies so far ahead of the original, and a secret of its own. */
  String ahead(long idsAhead) {
    return new PlainKey(original.environment(), new KeyId(original.id().value() + idsAhead), secret()).reveal();
  }

  private static KeySecret secret() {
    return KeySecret.drawn(new Random()::nextInt);
  }
}
