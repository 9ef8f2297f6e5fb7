package dev.latchkey.adapters.rest.kit.http;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.netty.HttpCompressionStrategy;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import jakarta.inject.Singleton;

/**
 * Excludes files from compression by the server, as they are stored compressed: compressing the longest takes tens of
 * milliseconds on a thread that serves other clients. A file is recognised by its entity tag and by Accept-Encoding in
 * {@code Vary}.
 */
@Singleton
final class PackedOnce implements BeanCreatedEventListener<HttpCompressionStrategy> {

  private record AllButFiles(HttpCompressionStrategy others) implements HttpCompressionStrategy {

    @Override
    public boolean shouldCompress(HttpResponse response) {
      boolean file = response.headers().contains(HttpHeaderNames.ETAG)
          && response.headers().contains(HttpHeaderNames.VARY, HttpHeaderNames.ACCEPT_ENCODING, true);
      return !file && others.shouldCompress(response);
    }

    @Override
    public boolean isEnabled() {
      return others.isEnabled();
    }

    @Override
    public int getCompressionLevel() {
      return others.getCompressionLevel();
    }

    @Override
    public int getMaxZstdEncodeSize() {
      return others.getMaxZstdEncodeSize();
    }
  }

  @Override
  public HttpCompressionStrategy onCreated(BeanCreatedEvent<HttpCompressionStrategy> event) {
    return new AllButFiles(event.getBean());
  }
}
