package dev.latchkey.adapters.rest.kit.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.jspecify.annotations.Nullable;

/**
 * Passes bytes to the codec, which follows it directly, and knows at the end of each request whether bytes of the next one
 * came along with it. The codec does not tell. It reads a buffer in place if it holds no bytes from before, so the position
 * in the buffer answers; a line that it holds a part of is completed first, on its own, so that it holds nothing.
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
      // What joined a held part of a line counts as read, whether or not it completed the line.
      lineIsHeld = !endsLine || bytes.isReadable();
    } finally {
      passing = null;
      bytes.release();
    }
  }

  /** The codec decoded the last byte of a request. */
  void requestArrived(ChannelHandlerContext context) {
    times.requestArrived();
    if (passing != null && passing.isReadable()) {
      times.requestBegins(context);
    }
  }
}
