package dev.latchkey.adapters.dashboard.key;

import dev.latchkey.adapters.dashboard.frame.Frame;
import dev.latchkey.adapters.dashboard.frame.Framed;
import dev.latchkey.adapters.dashboard.frame.Language;
import dev.latchkey.domain.key.ApiKey;

/**
 * Model of the form that deletes a key.
 *
 * @param mistyped whether the typed name differs from the key's
 */
public record KeyDeletionPage(Frame frame, ApiKey key, boolean mistyped) implements Framed {

  public Language language() {
    return frame.language();
  }
}
