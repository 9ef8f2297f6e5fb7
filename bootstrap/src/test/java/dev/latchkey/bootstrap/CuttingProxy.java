package dev.latchkey.bootstrap;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A TCP proxy on this machine that cuts connections at random: before, within and after a request, and before, within and after
 * the answer. What it cuts depends on its seed and on the order in which connections come in.
 */
final class CuttingProxy implements AutoCloseable {

  /** Of so many connections one is not cut. */
  private static final int WHOLE = 3;

  private static final int LONGEST_REQUEST = 600;
  private static final int LONGEST_ANSWER = 500;

  private final URI server;
  private final ServerSocket listening;
  private final Random random;
  private final AtomicInteger cuts = new AtomicInteger();

  private CuttingProxy(URI server, ServerSocket listening, long seed) {
    this.server = server;
    this.listening = listening;
    this.random = new Random(seed);
    Thread.ofVirtual().name("proxy").start(this::accept);
  }

  static CuttingProxy before(URI server, long seed) throws IOException {
    return new CuttingProxy(server, new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), seed);
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + listening.getLocalPort());
  }

  /** How many connections were cut so far. */
  int cuts() {
    return cuts.get();
  }

  /** How many bytes pass each way before both sides are cut. */
  private record Limits(long request, long answer) {}

  private Limits limits() {
    if (random.nextInt(WHOLE) == 0) {
      return new Limits(Long.MAX_VALUE, Long.MAX_VALUE);
    }
    return random.nextBoolean()
        ? new Limits(random.nextInt(LONGEST_REQUEST), Long.MAX_VALUE)
        : new Limits(Long.MAX_VALUE, random.nextInt(LONGEST_ANSWER));
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listening.accept();
        Limits limits = limits();
        Thread.ofVirtual().start(() -> relay(client, limits));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void relay(Socket client, Limits limits) {
    try (client; Socket upstream = new Socket(server.getHost(), server.getPort())) {
      upstream.setTcpNoDelay(true);
      client.setTcpNoDelay(true);
      Thread request = Thread.ofVirtual().start(() -> copy(client, upstream, limits.request()));
      copy(upstream, client, limits.answer());
      request.join();
    } catch (IOException | InterruptedException cut) {
      // The other side sees that too.
    }
  }

  private void copy(Socket from, Socket to, long limit) {
    byte[] buffer = new byte[4096];
    try {
      InputStream input = from.getInputStream();
      OutputStream output = to.getOutputStream();
      long passed = 0;
      for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
        output.write(buffer, 0, (int) Math.min(read, limit - passed));
        output.flush();
        passed += read;
        if (passed >= limit) {
          cuts.incrementAndGet();
          cut(from);
          cut(to);
          return;
        }
      }
      to.shutdownOutput();
    } catch (IOException gone) {
      cut(from);
      cut(to);
    }
  }

  /** Closes with a reset, so that nothing more of what was sent arrives. */
  private static void cut(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException gone) {
      // So it is cut.
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
