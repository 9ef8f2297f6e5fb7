package dev.latchkey.adapters.dashboard.key;

import dev.latchkey.adapters.dashboard.frame.Frame;
import dev.latchkey.adapters.dashboard.frame.Framed;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.format.PlainKey;
import java.time.Instant;
import java.util.Optional;

/**
 * Model of the page after the creation of a key. No other page shows the secret.
 *
 * @param ends when the replaced key expires; empty where no key is replaced
 * @param server the URL of the API
 */
public record NewSecretPage(Frame frame, ApiKey key, PlainKey plain, Optional<Instant> ends, String server)
    implements
      Framed {

  /** Returns a request that succeeds with any valid key. */
  public String curl() {
    return "curl -sS " + server + "/api/v2/auth/whoami -H 'Authorization: Bearer " + plain.reveal() + "'";
  }

  @Override
  public String toString() {
    return "NewSecretPage[" + plain + "]";
  }
}
