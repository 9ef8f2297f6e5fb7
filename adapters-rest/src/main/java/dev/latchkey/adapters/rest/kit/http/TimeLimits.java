package dev.latchkey.adapters.rest.kit.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * Closes a connection whose request has not arrived completely, head and body, within a time that starts with its first
 * byte (for the first request: with the connection), and one whose response is not read. Sees the bytes of one
 * connection before the codec does.
 */
@SuppressWarnings("FutureReturnValueIgnored") // timers; and a write that fails ends the connection
final class TimeLimits extends ChannelDuplexHandler {

  static final Duration TO_ARRIVE = Duration.ofSeconds(30);
  static final Duration TO_BE_READ = Duration.ofSeconds(30);

  /** Bytes of a long response that must be read within that time: 2 KiB a second. */
  private static final long READ_MEANWHILE = 64 * 1024;

  private final HeldBytes unreadAnswers;
  private final BiConsumer<Channel, Drops.What> drop;
  private boolean arriving = true;
  private boolean arrivalWatched;
  private long arrivingSince;
  private boolean readingWatched;
  private long written;
  private long shared;

  /** @param drop closes a connection and counts the drop */
  TimeLimits(HeldBytes unreadAnswers, BiConsumer<Channel, Drops.What> drop) {
    this.unreadAnswers = unreadAnswers;
    this.drop = drop;
  }

  /** Progress of the bytes of the responses. */
  private record Progress(long written, long waiting, long ofTheNext) {

    /** Returns the bytes that the client accepted since an earlier state. */
    long since(Progress earlier) {
      return written - earlier.written - (waiting - earlier.waiting) + ofTheNext - earlier.ofTheNext;
    }
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    requestBegins(context);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (!arriving) {
      requestBegins(context);
    }
    context.fireChannelRead(message);
  }

  /** Called when the last byte of a request was decoded. */
  void requestArrived() {
    arriving = false;
  }

  /** Called when the first byte of a request has arrived. */
  void requestBegins(ChannelHandlerContext context) {
    arriving = true;
    arrivingSince = now(context);
    // One timer for many requests: it is restarted if it finds a newer request than the one it was started for.
    if (!arrivalWatched) {
      watchArrival(context, TO_ARRIVE.toNanos());
    }
  }

  private void watchArrival(ChannelHandlerContext context, long nanos) {
    arrivalWatched = true;
    context.executor().schedule(() -> checkArrival(context), nanos, TimeUnit.NANOSECONDS);
  }

  private void checkArrival(ChannelHandlerContext context) {
    arrivalWatched = false;
    if (!arriving || !context.channel().isActive()) {
      return;
    }
    long left = TO_ARRIVE.toNanos() - (now(context) - arrivingSince);
    if (left > 0) {
      watchArrival(context, left);
    } else {
      drop.accept(context.channel(), Drops.What.SLOW_REQUEST);
    }
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    if (message instanceof ByteBuf bytes) {
      written += bytes.readableBytes();
      // Bytes that all connections share, such as the file of the description, take no memory of this connection.
      shared = bytes.isReadOnly() ? bytes.readableBytes() : 0;
    }
    context.write(message, promise);
  }

  @Override
  public void flush(ChannelHandlerContext context) {
    context.flush();
    if (!readingWatched) {
      watchReading(context);
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    if (context.channel().isWritable()) {
      unreadAnswers.release(context.channel());
    } else {
      unreadAnswers.hold(context.channel(), Math.max(0, progress(context.channel()).waiting - shared));
    }
    context.fireChannelWritabilityChanged();
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    unreadAnswers.release(context.channel());
  }

  private void watchReading(ChannelHandlerContext context) {
    Progress start = progress(context.channel());
    readingWatched = start.waiting > 0;
    if (readingWatched) {
      context.executor().schedule(() -> checkReading(context, start), TO_BE_READ.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  private void checkReading(ChannelHandlerContext context, Progress start) {
    if (progress(context.channel()).since(start) < Math.min(start.waiting - start.ofTheNext, READ_MEANWHILE)) {
      drop.accept(context.channel(), Drops.What.UNREAD_ANSWER);
    } else {
      watchReading(context);
    }
  }

  private Progress progress(Channel channel) {
    ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
    return buffer == null
        ? new Progress(written, 0, 0)
        : new Progress(written, buffer.totalPendingWriteBytes(), buffer.currentProgress());
  }

  private static long now(ChannelHandlerContext context) {
    return context.executor().ticker().nanoTime();
  }
}
