package dev.latchkey.adapters.rest.answer;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.netty.handler.codec.compression.DecompressionException;
import jakarta.inject.Singleton;

/** A body that is not packed in the way that its {@code Content-Encoding} says. */
@Singleton
final class WronglyPackedBody implements ExceptionHandler<DecompressionException, HttpResponse<?>> {

  @Override
  @SuppressWarnings("rawtypes") // as the framework declares it
  public HttpResponse<?> handle(HttpRequest request, DecompressionException fault) {
    return Problem.of(ProblemType.BODY_MALFORMED, "The body is not in the Content-Encoding that was named.").response();
  }
}
