package dev.latchkey.adapters.rest.kit.answer;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.io.EOFException;

/** Handler for a client that disconnects in the middle of a body, or ends it wrongly: not a bug of the server. */
@Singleton
final class BrokenOffBody implements ExceptionHandler<EOFException, HttpResponse<?>> {

  private static final String BROKEN_OFF = "The body ended too early, or one of its chunks is malformed. Send the whole body,"
      + " as announced by Content-Length or Transfer-Encoding: chunked.";

  @Override
  @SuppressWarnings("rawtypes") // as the framework declares it
  public HttpResponse<?> handle(HttpRequest request, EOFException end) {
    return Problem.of(ProblemType.REQUEST_MALFORMED, BROKEN_OFF).response();
  }
}
