package dev.latchkey.adapters.dashboard.view;

import dev.latchkey.domain.key.ApiKey;
import java.util.List;

/**
 * The form for rotating a key.
 *
 * @param overlap seconds, or {@link #OTHER}
 * @param seconds what was typed for another overlap
 * @param faulty whether that is none
 * @param once proves that this very form was not sent before
 */
public record KeyRotationPage(
    Frame frame, ApiKey key, String overlap, String seconds, boolean faulty, FormToken once) implements Framed {

  public static final List<String> OVERLAPS = List.of("0", "3600", "86400", "604800", "2592000");
  public static final String OTHER = "other";

  public Language language() {
    return frame.language();
  }
}
