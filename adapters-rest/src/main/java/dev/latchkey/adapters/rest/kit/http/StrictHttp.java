package dev.latchkey.adapters.rest.kit.http;

import dev.latchkey.adapters.rest.kit.answer.InvalidRequest;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.ReferenceCountUtil;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Checks of one connection, between the codec and the rest of the server. A request whose end is ambiguous is rejected,
 * and no bytes after it are read as another request. A body that breaks off is not read as a complete one. HEAD is
 * processed as GET; the codec leaves the body out.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a write that fails ends the connection; the promise reports it
final class StrictHttp extends ChannelDuplexHandler {

  /** Longest target of a request, in characters. */
  static final int LONGEST_TARGET = 4_000;

  /** Time for which a connection is read after its last response. */
  private static final Duration LINGERING = Duration.ofSeconds(1);

  private int unanswered;
  private boolean ending;
  private boolean closing;
  private boolean lingering;

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (ending) {
      ReferenceCountUtil.release(message);
    } else if (message instanceof HttpRequest request) {
      readHead(request);
      context.fireChannelRead(request);
    } else if (message instanceof HttpContent content && content.decoderResult().isFailure()) {
      content.release();
      breakOff(context);
    } else {
      context.fireChannelRead(message);
    }
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    boolean interim = message instanceof HttpResponse response
        && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    boolean last = ending && unanswered == 1 && !interim;
    if (message instanceof HttpResponse response) {
      setOwnVersion(response, interim);
    }
    if (message instanceof HttpResponse response && !interim) {
      if (last) {
        response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
      }
      closing = response.headers().contains(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE, true);
    }
    if (message instanceof LastHttpContent && !interim) {
      unanswered--;
      if (closing) {
        context.write(message, promise.unvoid().addListener(written -> end(context, written.isSuccess())));
        return;
      }
    }
    context.write(message, promise);
  }

  /**
   * Ends the connection after its last response. Closing it with unread bytes would reset it and lose that response.
   */
  private void end(ChannelHandlerContext context, boolean written) {
    if (!written || lingering || !(context.channel() instanceof DuplexChannel channel)) {
      context.close();
      return;
    }
    lingering = true;
    ending = true;
    channel.shutdownOutput();
    channel.config().setAutoRead(true);
    context.executor().schedule(() -> context.close(), LINGERING.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Defers the close while the connection lingers: the framework closes after the last response too. */
  @Override
  public void close(ChannelHandlerContext context, ChannelPromise promise) {
    if (lingering) {
      context.channel().closeFuture().addListener(_ -> promise.trySuccess());
    } else {
      context.close(promise);
    }
  }

  /**
   * Reports a failure of the transport as a broken connection, which is not a fault of this server and is logged at
   * debug level only.
   */
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    context.fireExceptionCaught(cause instanceof IOException && !(cause instanceof EOFException) ? brokenOff() : cause);
  }

  /**
   * Sets the server's own version on a response (RFC 9110, section 2.5), and makes explicit what a client of HTTP/1.0
   * relied on.
   */
  private static void setOwnVersion(HttpResponse response, boolean interim) {
    if (!response.protocolVersion().equals(HttpVersion.HTTP_1_1)) {
      if (!interim && !HttpUtil.isKeepAlive(response)) {
        response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
      }
      response.setProtocolVersion(HttpVersion.HTTP_1_1);
    }
  }

  private void readHead(HttpRequest request) {
    unanswered++;
    if (request.method().equals(HttpMethod.HEAD)) {
      request.setMethod(HttpMethod.GET);
    }
    if (request.decoderResult().isSuccess()) {
      fault(request).ifPresent(fault -> request.setDecoderResult(DecoderResult.failure(fault)));
    }
    ending |= request.decoderResult().isFailure();
  }

  private void breakOff(ChannelHandlerContext context) {
    ending = true;
    if (unanswered == 0) {
      context.close();
    } else {
      context.fireExceptionCaught(brokenOff());
    }
  }

  /** Returns the exception for a client error. The framework recognises "connection broken" anywhere in a request. */
  private static EOFException brokenOff() {
    return new EOFException("connection broken: the request ended before its end");
  }

  /** Checks a head by sections 2.3, 3, 3.2 and 6.1 of RFC 9112. */
  private static Optional<Exception> fault(HttpRequest request) {
    HttpVersion version = request.protocolVersion();
    HttpHeaders headers = request.headers();
    List<String> codings = headers.getAll(HttpHeaderNames.TRANSFER_ENCODING);
    int hosts = headers.getAll(HttpHeaderNames.HOST).size();
    if (request.uri().length() > LONGEST_TARGET) {
      return Optional.of(new TooLongHttpLineException());
    }
    if (!version.equals(HttpVersion.HTTP_1_1) && !version.equals(HttpVersion.HTTP_1_0)) {
      return Optional.of(new InvalidRequest("The HTTP version of the request is not supported. Send HTTP/1.1."));
    }
    if (hosts > 1) {
      return Optional.of(new InvalidRequest("The request has more than one Host header. Send one."));
    }
    if (hosts == 0 && version.equals(HttpVersion.HTTP_1_1)) {
      return Optional.of(new InvalidRequest("The request has no Host header. Send one."));
    }
    return codings.isEmpty() || isChunked(codings)
        ? Optional.empty()
        : Optional.of(new InvalidRequest(
            "The Transfer-Encoding is not chunked. Send chunked, or a Content-Length instead."));
  }

  private static boolean isChunked(List<String> codings) {
    return codings.size() == 1 && HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(codings.getFirst().strip());
  }
}
