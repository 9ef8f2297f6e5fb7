package dev.latchkey.adapters.dashboard.view;

import dev.latchkey.domain.Page;
import dev.latchkey.domain.key.ApiKey;

/**
 * The list of a tenant's keys.
 *
 * @param first whether it is the first part of the list
 */
public record ApiKeysPage(Frame frame, Page<ApiKey> keys, boolean first) implements Framed {

  public Place place() {
    return frame.place();
  }

  /** A key's environment in words. */
  public String environment(ApiKey key) {
    return place().language().text("environment." + key.environment().label());
  }

  public String status(ApiKey key) {
    return place().language().text("keys.status." + key.settings().status());
  }

  public boolean hasMore() {
    return keys.next().isPresent();
  }

  public String more() {
    return place().apiKeys() + "?before=" + keys.next().orElseThrow();
  }
}
