package dev.latchkey.adapters.dashboard.view;

import dev.latchkey.domain.key.ApiKey;

/**
 * The form for deleting a key.
 *
 * @param mistyped whether another name was typed than the key's
 */
public record KeyDeletionPage(Frame frame, ApiKey key, boolean mistyped) implements Framed {

  public Language language() {
    return frame.language();
  }
}
