package dev.latchkey.adapters.rest.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OneAtATimeTest {

  private final List<Channel> dropped = new ArrayList<>();
  private final HeldBytes held = new HeldBytes(5 * 1024, dropped::add);
  private final EmbeddedChannel channel = new EmbeddedChannel(
      new OneAtATime(new RequestBytes(new TimeLimits(held, (_, _) -> {})), held));

  @Test
  void aRequestWaitsForTheAnswerToTheOneBefore() {
    send("/1");
    send("/2");
    send("/3");
    assertThat(arrived()).containsExactly("/1");
    answer(HttpResponseStatus.OK);
    assertThat(arrived()).containsExactly("/2");
    assertThat(arrived()).isEmpty();
    answer(HttpResponseStatus.OK);
    assertThat(arrived()).containsExactly("/3");
  }

  @Test
  void toldToGoOnIsNotAnswered() {
    send("/1");
    send("/2");
    arrived();
    answer(HttpResponseStatus.CONTINUE);
    assertThat(arrived()).isEmpty();
    answer(HttpResponseStatus.OK);
    assertThat(arrived()).containsExactly("/2");
  }

  @Test
  void requestsThatComeOneByOneAreNotHeldUp() {
    for (int i = 0; i < 5; i++) {
      send("/" + i);
      assertThat(arrived()).containsExactly("/" + i);
      answer(HttpResponseStatus.OK);
    }
  }

  @Test
  void whatWaitsIsBoundedAndReleasedWithTheConnection() {
    ByteBuf body = Unpooled.buffer().writeBytes(new byte[100]);
    send("/1");
    send("/2", body);
    for (int i = 0; i < 5; i++) {
      send("/more");
    }
    assertThat(dropped).containsOnly(channel);
    var _ = channel.close();
    assertThat(body.refCnt()).isZero();
  }

  private void send(String path) {
    send(path, Unpooled.EMPTY_BUFFER);
  }

  private void send(String path, ByteBuf body) {
    channel.writeOneInbound(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, path));
    channel.writeOneInbound(body.isReadable() ? new DefaultLastHttpContent(body) : LastHttpContent.EMPTY_LAST_CONTENT);
    channel.flushInbound();
  }

  private List<String> arrived() {
    channel.runPendingTasks();
    List<String> paths = new ArrayList<>();
    for (Object message = channel.readInbound(); message != null; message = channel.readInbound()) {
      if (message instanceof HttpRequest request) {
        paths.add(request.uri());
      }
    }
    return paths;
  }

  private void answer(HttpResponseStatus status) {
    channel.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status));
    channel.releaseOutbound();
  }
}
