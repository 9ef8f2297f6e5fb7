package dev.latchkey.adapters.rest.kit.http;

import io.netty.channel.Channel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of one kind that connections keep in memory, with a limit for all connections together. Beyond it, the
 * connection that has kept bytes for longest is closed: a client that reads or sends at the speed of its line keeps
 * them only briefly.
 */
final class HeldBytes {

  private final long most;
  private final Consumer<Channel> drop;
  private final Map<Channel, Share> shares = new LinkedHashMap<>();
  private long all;

  /** @param drop closes a connection and counts the drop */
  HeldBytes(long most, Consumer<Channel> drop) {
    this.most = most;
    this.drop = drop;
  }

  /** @param needed used by work that has begun, so that closing the connection would not free the bytes */
  private record Share(long bytes, boolean needed) {}

  /** Sets the number of bytes that the connection keeps, and drops connections while the limit is exceeded. */
  synchronized void hold(Channel connection, long bytes) {
    if (!connection.isOpen()) {
      release(connection);
      return;
    }
    set(connection, new Share(bytes, false));
    while (all > most) {
      Channel longest = longest();
      if (longest == null) {
        return;
      }
      release(longest);
      drop.accept(longest);
    }
  }

  /** Marks the bytes of the connection as complete and in use. */
  synchronized void need(Channel connection) {
    Share share = shares.get(connection);
    if (share != null) {
      shares.put(connection, new Share(share.bytes, true));
    }
  }

  synchronized void release(Channel connection) {
    Share share = shares.remove(connection);
    if (share != null) {
      all -= share.bytes;
    }
  }

  private void set(Channel connection, Share share) {
    Share before = shares.put(connection, share);
    all += share.bytes - (before == null ? 0 : before.bytes);
  }

  private @Nullable Channel longest() {
    for (Map.Entry<Channel, Share> entry : shares.entrySet()) {
      if (!entry.getValue().needed) {
        return entry.getKey();
      }
    }
    return null;
  }
}
