package dev.latchkey.adapters.dashboard.key;

import dev.latchkey.adapters.dashboard.frame.DashboardUrls;
import dev.latchkey.adapters.dashboard.frame.Frame;
import dev.latchkey.adapters.dashboard.frame.Framed;
import dev.latchkey.adapters.dashboard.frame.Pager;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.KeyFilter;
import dev.latchkey.domain.key.KeyState;
import dev.latchkey.domain.key.format.Environment;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * Model of the list of a tenant's keys.
 *
 * @param first whether it is the first page of the list
 */
public record ApiKeysPage(Frame frame, Page<ApiKey> keys, KeyFilter filter, boolean first, Instant now)
    implements
      Framed {

  public DashboardUrls place() {
    return frame.place();
  }

  public List<KeyListItem> rows() {
    return keys.items().stream().map(key -> new KeyListItem(frame, key, now, false)).toList();
  }

  public boolean filtered() {
    return !filter.equals(KeyFilter.ALL);
  }

  public String text() {
    return filter.text().orElse("");
  }

  public boolean isFor(KeyState state) {
    return filter.state().equals(Optional.of(state));
  }

  public boolean isFor(Environment environment) {
    return filter.environment().equals(Optional.of(environment));
  }

  /** Returns whether the member may create and change keys. */
  public boolean changeable() {
    return frame.changesKeys();
  }

  public Pager pager() {
    StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
    filter.text().ifPresent(text -> query.add("q=" + URLEncoder.encode(text, StandardCharsets.UTF_8)));
    filter.state().ifPresent(state -> query.add("state=" + state.label()));
    filter.environment().ifPresent(environment -> query.add("environment=" + environment.label()));
    return new Pager("keys", place().apiKeys() + query, first, keys.next());
  }
}
