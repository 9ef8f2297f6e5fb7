package dev.latchkey.benchmarks.hello;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.Map;

/** Starts the server on 127.0.0.1, on the port that it is given. */
public final class HelloServer {

  private HelloServer() {}

  public static void main(String[] arguments) {
    Map<String, Object> properties = Map.of(
        "micronaut.server.host", "127.0.0.1",
        "micronaut.server.port", Integer.parseInt(arguments[0]));
    ApplicationContext context = ApplicationContext.builder().banner(false).properties(properties).start();
    context.getBean(EmbeddedServer.class).start();
  }
}
