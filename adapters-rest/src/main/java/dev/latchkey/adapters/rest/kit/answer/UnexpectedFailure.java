package dev.latchkey.adapters.rest.kit.answer;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Handler for bugs: the log gets the cause, and the client the id under which to find it. */
@Singleton
final class UnexpectedFailure implements ExceptionHandler<Throwable, HttpResponse<?>> {

  private static final Logger LOG = LoggerFactory.getLogger(UnexpectedFailure.class);

  @Override
  @SuppressWarnings("rawtypes") // as the framework declares it
  public HttpResponse<?> handle(HttpRequest request, Throwable bug) {
    LOG.error("Request {} failed", RequestId.of(request).value(), bug);
    return Problem.of(ProblemType.INTERNAL_ERROR).response();
  }
}
