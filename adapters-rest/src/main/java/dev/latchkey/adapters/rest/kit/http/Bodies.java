package dev.latchkey.adapters.rest.kit.http;

import io.micronaut.http.body.stream.BodySizeLimits;
import io.micronaut.http.server.netty.handler.PipeliningServerHandler;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;

/**
 * Bounds the memory of the request bodies of one connection: sets the limit of each by its route, counts the bytes that
 * have arrived until the response is written, and joins small pieces, as each would keep a buffer of its own.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a write that fails ends the connection
final class Bodies extends ChannelDuplexHandler {

  /** Bodies of up to this many bytes are not counted: they are small even for all connections together. */
  static final int NOT_COUNTED = 16 * 1024;

  private static final int SMALL = 4096;

  private final BodyLimit limit;
  private final HeldBytes bodies;
  private ByteBuf pieces = Unpooled.EMPTY_BUFFER;
  private long arrived;
  private boolean unanswered;

  Bodies(BodyLimit limit, HeldBytes bodies) {
    this.limit = limit;
    this.bodies = bodies;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpRequest request) {
      arrived = 0;
      unanswered = true;
      int most = limit.bytes(path(request.uri()), String.join(";", request.headers().getAll(HttpHeaderNames.COOKIE)));
      context.pipeline().get(PipeliningServerHandler.class).setBodySizeLimits(new BodySizeLimits(most, most));
      context.fireChannelRead(request);
    } else if (message instanceof HttpContent content) {
      read(context, content);
    } else {
      context.fireChannelRead(message);
    }
  }

  private void read(ChannelHandlerContext context, HttpContent content) {
    arrived += content.content().readableBytes();
    boolean counted = unanswered && arrived > NOT_COUNTED;
    if (counted) {
      bodies.hold(context.channel(), arrived);
    }
    if (content instanceof LastHttpContent) {
      if (counted) {
        bodies.need(context.channel());
      }
      passPieces(context);
      context.fireChannelRead(content);
    } else if (content.content().readableBytes() < SMALL) {
      join(context, content);
    } else {
      passPieces(context);
      context.fireChannelRead(content);
    }
  }

  private void join(ChannelHandlerContext context, HttpContent content) {
    if (pieces.writableBytes() < content.content().readableBytes()) {
      passPieces(context);
      pieces = context.alloc().buffer(SMALL, SMALL);
    }
    pieces.writeBytes(content.content());
    content.release();
  }

  private void passPieces(ChannelHandlerContext context) {
    ByteBuf joined = pieces;
    pieces = Unpooled.EMPTY_BUFFER;
    if (joined.isReadable()) {
      context.fireChannelRead(new DefaultHttpContent(joined));
    }
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    boolean interim = message instanceof HttpResponse response
        && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    context.write(message, promise);
    if (message instanceof LastHttpContent && !interim) {
      unanswered = false;
      bodies.release(context.channel());
    }
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    pieces.release();
    pieces = Unpooled.EMPTY_BUFFER;
    bodies.release(context.channel());
  }

  /** Returns the path of a target, which may be absolute, as a proxy sends it. */
  private static String path(String target) {
    int scheme = target.startsWith("/") ? -1 : target.indexOf("://");
    int start = scheme < 0 ? 0 : target.indexOf('/', scheme + 3);
    int query = target.indexOf('?');
    int end = query < 0 ? target.length() : query;
    return start < 0 || start > end ? "/" : target.substring(start, end);
  }
}
