package dev.latchkey.adapters.rest.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With the codec itself, as the time limits depend on how it reads. A bar stands where one segment ends. */
class RequestBytesTest {

  private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
  private static final String POST = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nbody";
  private static final String CHUNKED = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nb\r\n0\r\n\r\n";

  private final List<Drops.What> dropped = new ArrayList<>();
  private final EmbeddedChannel channel = new EmbeddedChannel();

  RequestBytesTest() {
    channel.freezeTime();
    HeldBytes held = new HeldBytes(1_000_000, _ -> {});
    TimeLimits times = new TimeLimits(held, (_, what) -> dropped.add(what));
    RequestBytes requests = new RequestBytes(times);
    channel.pipeline().addLast(times, requests, new HttpServerCodec(), new OneAtATime(requests, held));
  }

  @ParameterizedTest
  @ValueSource(strings = {
      GET + "G", POST + "G", CHUNKED + "G",
      GET + "POST / HTTP/1.1\r\n", GET + "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nbod",
      "G|ET / HTTP/1.1\r\nHost: a\r\n\r\nG", "GET / HTTP/1.1\r\nHo|st: a\r\n\r\nG",
      "GET / HTTP/1.1\r\nHost: a\r\n\r|\nG",
      "GET / HT|TP/1|.1\r\nHo|st: a\r|\n\r|\nGET",
      "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nbo|dyG",
      "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nb\r|\n0\r\n\r|\nG",
      GET + "GET / HT|TP/1.1\r\nHost: a\r\n\r\nG", GET + POST + GET + "GET / HTTP/1.1\r\nHost:"})
  void bytesOfTheNextRequestAreTimedFromTheEndOfTheOneBefore(String text) {
    send(text);
    pass(29);
    assertThat(dropped).isEmpty();
    pass(1);
    assertThat(dropped).containsExactly(Drops.What.SLOW_REQUEST);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      GET, POST, CHUNKED, GET + GET, GET + POST + CHUNKED,
      "G|ET / HTTP/1.1\r\nHost: a\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\n\r|\n", "GET / HTTP/1.1\r\nHo|st: a\r|\n\r\n",
      "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nbo|dy",
      "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nb\r|\n0\r\n\r|\n",
      GET + "GET / HT|TP/1.1\r\nHost: a\r\n\r\n"})
  void connectionWithoutAnUnfinishedRequestIsKept(String text) {
    send(text);
    pass(60);
    assertThat(dropped).isEmpty();
  }

  private void send(String text) {
    for (String segment : text.split("\\|")) {
      channel.writeInbound(Unpooled.copiedBuffer(segment, StandardCharsets.US_ASCII));
    }
    channel.releaseInbound();
  }

  private void pass(int seconds) {
    channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
    channel.runPendingTasks();
  }
}
