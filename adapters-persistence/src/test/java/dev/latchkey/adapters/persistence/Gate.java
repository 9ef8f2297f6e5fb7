package dev.latchkey.adapters.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A way to a server that can be cut, and mended, or made to swallow everything, and that counts who goes and comes. */
final class Gate implements AutoCloseable {

  private enum Way {
    OPEN,
    CUT,
    SWALLOWING
  }

  private final ServerSocket door;
  private final String host;
  private final int port;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final ReentrantReadWriteLock turning = new ReentrantReadWriteLock();
  private final AtomicInteger roundTrips = new AtomicInteger();
  private volatile Way way = Way.OPEN;

  Gate(String host, int port) throws IOException {
    this.host = host;
    this.port = port;
    this.door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::receive);
  }

  int port() {
    return door.getLocalPort();
  }

  /** How often somebody has asked the server for something since the gate was made, however much it was each time. */
  int roundTrips() {
    return roundTrips.get();
  }

  /** Ends every connection and lets none in. */
  void cut() {
    turnTo(Way.CUT);
    sockets.forEach(Gate::end);
  }

  /** Keeps connections and lets new ones in, but nothing through any of them. */
  void swallow() {
    turnTo(Way.SWALLOWING);
  }

  void open() {
    turnTo(Way.OPEN);
  }

  private void turnTo(Way turned) {
    turning.writeLock().lock();
    way = turned;
    turning.writeLock().unlock();
  }

  private void receive() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        turning.readLock().lock();
        try {
          switch (way) {
            case OPEN -> connect(client);
            case CUT -> end(client);
            case SWALLOWING -> sockets.add(client);
          }
        } finally {
          turning.readLock().unlock();
        }
      } catch (IOException e) {
        // The door was closed, or the server refused: whoever knocked sees the end of the connection.
      }
    }
  }

  private void connect(Socket client) throws IOException {
    sockets.add(client);
    Socket server = new Socket(host, port);
    sockets.add(server);
    AtomicBoolean asked = new AtomicBoolean();
    Thread.ofVirtual().start(() -> pass(client, server, () -> {
      if (!asked.getAndSet(true)) {
        roundTrips.incrementAndGet();
      }
    }));
    Thread.ofVirtual().start(() -> pass(server, client, () -> asked.set(false)));
  }

  private void pass(Socket from, Socket to, Runnable first) {
    byte[] buffer = new byte[8192];
    try {
      for (int read = from.getInputStream().read(buffer); read >= 0; read = from.getInputStream().read(buffer)) {
        if (way == Way.OPEN) {
          first.run();
          to.getOutputStream().write(buffer, 0, read);
        }
      }
    } catch (IOException e) {
      // One side has gone, and so goes the other.
    }
    end(from);
    end(to);
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
    door.close();
    cut();
  }
}
