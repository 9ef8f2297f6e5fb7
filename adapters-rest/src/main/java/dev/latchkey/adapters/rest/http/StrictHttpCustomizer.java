package dev.latchkey.adapters.rest.http;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import jakarta.inject.Singleton;

/** Puts {@link StrictHttp} into every connection. */
@Singleton
final class StrictHttpCustomizer implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

  private static final String NAME = "strict-http";

  /** For one connection. */
  private record OfConnection(Channel channel) implements NettyServerCustomizer {

    @Override
    public void onStreamPipelineBuilt() {
      channel.pipeline().addAfter(ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC, NAME, new StrictHttp());
    }
  }

  /** For the listening socket, which has no requests of its own. */
  private static final class OfListener implements NettyServerCustomizer {

    @Override
    public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
      return role == ChannelRole.CONNECTION ? new OfConnection(channel) : this;
    }
  }

  @Override
  public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
    NettyServerCustomizer.Registry registry = event.getBean();
    registry.register(new OfListener());
    return registry;
  }
}
