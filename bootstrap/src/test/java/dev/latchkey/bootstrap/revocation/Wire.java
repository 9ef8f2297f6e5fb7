package dev.latchkey.bootstrap.revocation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The way from a node to its database, which can be cut and restored, and made slow. */
final class Wire implements AutoCloseable {

  private final ServerSocket listener;
  private final String host;
  private final int port;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile Duration delay = Duration.ZERO;
  private volatile boolean cut;

  Wire(String host, int port) throws IOException {
    this.host = host;
    this.port = port;
    this.listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::receive);
  }

  int port() {
    return listener.getLocalPort();
  }

  /** Ends every connection and lets none in. */
  synchronized void cut() {
    cut = true;
    sockets.forEach(Wire::end);
    sockets.clear();
  }

  synchronized void restore() {
    cut = false;
    delay = Duration.ZERO;
  }

  /** Keeps back for so long all that comes from the database. */
  void delay(Duration by) {
    delay = by;
  }

  private void receive() {
    while (!listener.isClosed()) {
      try {
        connect(listener.accept());
      } catch (IOException e) {
        // The listener was closed, or the database refused: the client sees the end of the connection.
      }
    }
  }

  private synchronized void connect(Socket client) throws IOException {
    if (cut) {
      end(client);
      return;
    }
    Socket server = new Socket(host, port);
    client.setTcpNoDelay(true);
    server.setTcpNoDelay(true);
    sockets.add(client);
    sockets.add(server);
    Thread.ofVirtual().start(() -> pass(client, server, false));
    Thread.ofVirtual().start(() -> pass(server, client, true));
  }

  private void pass(Socket from, Socket to, boolean slowly) {
    byte[] buffer = new byte[8192];
    try {
      for (int read = from.getInputStream().read(buffer); read >= 0; read = from.getInputStream().read(buffer)) {
        if (slowly) {
          keepBack();
        }
        to.getOutputStream().write(buffer, 0, read);
      }
    } catch (IOException e) {
      // One side has gone, and so goes the other.
    }
    end(from);
    end(to);
  }

  private void keepBack() {
    long end = System.nanoTime() + delay.toNanos();
    for (long left = delay.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(Math.min(left, TimeUnit.MILLISECONDS.toNanos(50)));
      if (delay.isZero()) {
        return;
      }
    }
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    cut();
  }
}
