package dev.latchkey.adapters.rest.kit.http;

import io.netty.buffer.ByteBufHolder;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Passes on a request only after the previous one has its response and while the client reads its responses. A client
 * that sends many requests ahead and reads nothing costs no more than the response to one of them.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a write that fails ends the connection
final class OneAtATime extends ChannelDuplexHandler {

  /** Approximate memory of a decoded head, in bytes. */
  private static final int BYTES_A_HEAD = 1024;

  private final RequestBytes requests;
  private final HeldBytes waitingRequests;
  private final Deque<Object> waiting = new ArrayDeque<>();
  private long waitingBytes;
  private boolean unanswered;

  OneAtATime(RequestBytes requests, HeldBytes waitingRequests) {
    this.requests = requests;
    this.waitingRequests = waitingRequests;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof LastHttpContent) {
      requests.requestArrived(context);
    }
    if (!waiting.isEmpty() || (message instanceof HttpRequest && isBusy(context))) {
      waiting.add(message);
      waitingBytes += bytes(message);
      waitingRequests.hold(context.channel(), waitingBytes);
    } else {
      pass(context, message);
    }
  }

  /** Stops reading while requests wait; the end of {@link #passWaiting} makes the server read again. */
  @Override
  public void read(ChannelHandlerContext context) {
    if (waiting.isEmpty()) {
      context.read();
    }
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    boolean interim = message instanceof HttpResponse response
        && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    context.write(message, promise);
    if (message instanceof LastHttpContent && !interim) {
      unanswered = false;
      if (!waiting.isEmpty()) {
        // Deferred: the server is in the middle of writing.
        context.executor().execute(() -> passWaiting(context));
      }
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    context.fireChannelWritabilityChanged();
    passWaiting(context);
  }

  private void passWaiting(ChannelHandlerContext context) {
    boolean passed = false;
    while (!waiting.isEmpty() && !(waiting.peek() instanceof HttpRequest && isBusy(context))) {
      Object message = waiting.poll();
      waitingBytes -= bytes(message);
      pass(context, message);
      passed = true;
    }
    if (waiting.isEmpty()) {
      waitingRequests.release(context.channel());
    }
    if (passed) {
      context.fireChannelReadComplete();
    }
  }

  private void pass(ChannelHandlerContext context, Object message) {
    unanswered |= message instanceof HttpRequest;
    context.fireChannelRead(message);
  }

  private boolean isBusy(ChannelHandlerContext context) {
    return unanswered || !context.channel().isWritable();
  }

  private static int bytes(Object message) {
    int content = message instanceof ByteBufHolder holder ? holder.content().readableBytes() : 0;
    return message instanceof HttpRequest ? content + BYTES_A_HEAD : content;
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    waiting.forEach(ReferenceCountUtil::release);
    waiting.clear();
    waitingRequests.release(context.channel());
  }
}
