package dev.latchkey.adapters.rest.kit.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.jspecify.annotations.Nullable;

/**
 * Passes bytes to the codec, the next handler, and determines at the end of each request whether bytes of the next one
 * came with it. The codec does not report that. It reads a buffer in place if it holds no earlier bytes, so the
 * position in the buffer shows it. A line of which the codec holds a part is completed first, on its own, so that the
 * codec holds nothing.
 */
final class RequestBytes extends ChannelInboundHandlerAdapter {

  private static final byte LINE_FEED = '\n';

  private final TimeLimits times;
  private @Nullable ByteBuf passing;
  private boolean lineIsHeld;

  RequestBytes(TimeLimits times) {
    this.times = times;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof ByteBuf bytes) {
      pass(context, bytes);
    } else {
      context.fireChannelRead(message);
    }
  }

  private void pass(ChannelHandlerContext context, ByteBuf bytes) {
    int line = lineIsHeld ? bytes.bytesBefore(LINE_FEED) + 1 : 0;
    boolean endsLine = !lineIsHeld || line > 0;
    passing = bytes.retain();
    try {
      if (line > 0 && line < bytes.readableBytes()) {
        context.fireChannelRead(bytes.readRetainedSlice(line));
      }
      context.fireChannelRead(bytes);
      // The rest of a held line counts as read, whether or not it completed the line.
      lineIsHeld = !endsLine || bytes.isReadable();
    } finally {
      passing = null;
      bytes.release();
    }
  }

  /** Called when the codec has decoded the last byte of a request. */
  void requestArrived(ChannelHandlerContext context) {
    times.requestArrived();
    if (passing != null && passing.isReadable()) {
      times.requestBegins(context);
    }
  }
}
