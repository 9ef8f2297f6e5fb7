package dev.latchkey.adapters.dashboard.key;

import dev.latchkey.adapters.dashboard.frame.Frame;
import dev.latchkey.adapters.dashboard.frame.Framed;
import dev.latchkey.adapters.dashboard.frame.Language;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.PlainKey;
import java.time.Instant;
import java.util.Optional;

/**
 * A key that was just made, with its secret: there is no other page that has it.
 *
 * @param ends when the key that it takes the place of ends; empty where it takes nobody's
 * @param server where the API is
 */
public record NewSecretPage(Frame frame, ApiKey key, PlainKey plain, Optional<Instant> ends, String server)
    implements
      Framed {

  public Language language() {
    return frame.language();
  }

  /** A request that works with any key. */
  public String curl() {
    return "curl -sS " + server + "/api/v2/auth/whoami -H 'Authorization: Bearer " + plain.reveal() + "'";
  }

  @Override
  public String toString() {
    return "NewSecretPage[" + plain + "]";
  }
}
