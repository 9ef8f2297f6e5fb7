package dev.latchkey.adapters.rest.kit.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Limits of every connection in time, number and memory, which keep one client from starving the others. */
@Singleton
final class Connections {

  private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

  /** Bytes that the kernel buffers, so that an unread response fills this server's own buffers, which are monitored. */
  private static final int KERNEL_BUFFER = 256 * 1024;

  private static final long LEAST_HELD = 16L * 1024 * 1024;
  private static final long MOST_HELD = 128L * 1024 * 1024;

  private final HttpLimits limits;
  private final Drops drops;
  private final OpenConnections open;
  private final HeldBytes bodies;
  private final HeldBytes waitingRequests;
  private final HeldBytes unreadAnswers;

  @Inject
  Connections(@Nullable HttpLimits limits, Drops drops) {
    this(limits == null ? HttpLimits.DEFAULT : limits, drops, held());
  }

  Connections(HttpLimits limits, Drops drops, long held) {
    this.limits = limits;
    this.drops = drops;
    this.open = new OpenConnections(limits);
    this.bodies = new HeldBytes(held, connection -> drop(connection, Drops.What.REQUEST_BODY));
    this.waitingRequests = new HeldBytes(held, connection -> drop(connection, Drops.What.PIPELINED_REQUEST));
    this.unreadAnswers = new HeldBytes(held, connection -> drop(connection, Drops.What.UNREAD_ANSWER));
  }

  /**
   * Returns the limit for each kind of held bytes: a sixteenth of the maximum heap size (the maximum of direct buffers
   * is the same), from 16 to 128 MiB.
   */
  private static long held() {
    return Math.clamp(Runtime.getRuntime().maxMemory() / 16, LEAST_HELD, MOST_HELD);
  }

  /**
   * Adds the handlers around the codec of a new connection, or closes the connection if it exceeds a limit.
   *
   * @param codec the name of the codec's handler
   */
  void protect(Channel connection, String codec) {
    Optional<Drops.What> exceeded = open.admit(connection);
    if (exceeded.isPresent()) {
      drop(connection, exceeded.get());
      return;
    }
    connection.config().setOption(ChannelOption.SO_SNDBUF, KERNEL_BUFFER);
    TimeLimits times = new TimeLimits(unreadAnswers, this::drop);
    ChannelPipeline pipeline = connection.pipeline();
    pipeline.addFirst("time-limits", times);
    RequestBytes requests = new RequestBytes(times);
    pipeline.addBefore(codec, "request-bytes", requests);
    pipeline.addAfter(codec, "bodies", new Bodies(limits.bodyLimit(), bodies));
    pipeline.addAfter(codec, "strict-http", new StrictHttp());
    pipeline.addAfter(codec, "one-at-a-time", new OneAtATime(requests, waitingRequests));
  }

  private void drop(Channel connection, Drops.What what) {
    drops.count(what);
    LOG.debug("A connection from {} is closed: {}", connection.remoteAddress(), what);
    var _ = connection.close();
  }
}
