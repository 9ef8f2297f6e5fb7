package dev.latchkey.contracts.system;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** Peppers that are derived from their version, so that a version has the same pepper in every test. */
final class PepperSamples {

  private PepperSamples() {}

  static SequencedMap<String, byte[]> of(String... versions) {
    SequencedMap<String, byte[]> peppers = new LinkedHashMap<>();
    for (String version : versions) {
      byte[] bytes = new byte[32];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) (version.hashCode() * (i + 1));
      }
      peppers.put(version, bytes);
    }
    return peppers;
  }
}
