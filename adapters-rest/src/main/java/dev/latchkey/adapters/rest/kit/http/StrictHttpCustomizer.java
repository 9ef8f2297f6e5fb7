package dev.latchkey.adapters.rest.kit.http;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import jakarta.inject.Singleton;

/** Customizer that adds the limits of {@link Connections} and {@link StrictHttp} to every connection. */
@Singleton
final class StrictHttpCustomizer implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

  private final BeanProvider<Connections> connections;

  StrictHttpCustomizer(BeanProvider<Connections> connections) {
    this.connections = connections;
  }

  /** Customizer of one connection. */
  private record OfConnection(Connections connections, Channel channel) implements NettyServerCustomizer {

    @Override
    public void onStreamPipelineBuilt() {
      connections.protect(channel, ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC);
    }
  }

  /** Customizer of the listening socket, which has no requests of its own. */
  private record OfListener(Connections connections) implements NettyServerCustomizer {

    @Override
    public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
      return role == ChannelRole.CONNECTION ? new OfConnection(connections, channel) : this;
    }
  }

  @Override
  public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
    NettyServerCustomizer.Registry registry = event.getBean();
    // Resolved here, as the framework only logs a failure for a connection, and would serve it unprotected.
    registry.register(new OfListener(connections.get()));
    return registry;
  }
}
