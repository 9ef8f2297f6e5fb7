package dev.latchkey.benchmarks.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Many connections of one client that sends as much as is taken, and reads nothing until it looks for an end. */
final class SlowConnections implements AutoCloseable {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  private final List<SocketChannel> open = new ArrayList<>();
  private final long began = System.nanoTime();
  private ByteBuffer request = ByteBuffer.allocate(0);
  private final List<ByteBuffer> left = new ArrayList<>();

  private SlowConnections() {}

  static SlowConnections to(int port, int count) throws IOException {
    SlowConnections all = new SlowConnections();
    for (int i = 0; i < count; i++) {
      SocketChannel channel = SocketChannel.open();
      channel.setOption(StandardSocketOptions.SO_RCVBUF, 4096);
      channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      channel.configureBlocking(false);
      all.open.add(channel);
    }
    return all;
  }

  /** Sends the same on each, as far as it is taken at once; the rest is sent while waiting. */
  void send(String text) {
    request = ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
    open.forEach(_ -> left.add(request.duplicate()));
  }

  /**
   * Waits until the server has closed all of them, and tells how many and when.
   *
   * @param reading whether answers are read; if not, an end is seen by writing
   */
  String awaitClosed(Duration longest, boolean reading) {
    int all = open.size();
    double last = 0;
    ByteBuffer read = ByteBuffer.allocate(64 * 1024);
    while (!open.isEmpty() && System.nanoTime() - began < longest.toNanos()) {
      for (int i = open.size() - 1; i >= 0; i--) {
        if (isClosed(open.get(i), left.get(i), reading ? read : null)) {
          open.remove(i);
          left.remove(i);
          last = (System.nanoTime() - began) / 1e9;
        }
      }
      pause();
    }
    return String.format(Locale.ROOT, "%,d of %,d closed, the last after %.0f s", all - open.size(), all, last);
  }

  private static boolean isClosed(SocketChannel channel, ByteBuffer left, @Nullable ByteBuffer read) {
    try {
      if (left.hasRemaining()) {
        channel.write(left);
      } else if (read == null) {
        // An end is seen by writing what the server ignores before a request.
        channel.write(ByteBuffer.wrap("\r\n".getBytes(StandardCharsets.ISO_8859_1)));
      }
      return read != null && channel.read(read.clear()) < 0;
    } catch (IOException reset) {
      return true;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_LOOKS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    for (SocketChannel channel : open) {
      channel.close();
    }
  }
}
