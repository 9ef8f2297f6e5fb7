package dev.latchkey.adapters.rest.access;

import dev.latchkey.adapters.rest.kit.answer.Problem;
import dev.latchkey.adapters.rest.kit.answer.ProblemType;
import dev.latchkey.adapters.rest.kit.answer.RequestId;
import dev.latchkey.application.port.StoreUnavailable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Handler for an unavailable store: nothing is known, and a retry may succeed. */
@Singleton
public final class StoreFailure implements ExceptionHandler<StoreUnavailable, HttpResponse<?>> {

  private static final Logger LOG = LoggerFactory.getLogger(StoreFailure.class);

  private static final String SECONDS_TO_WAIT = "1";

  @Override
  @SuppressWarnings("rawtypes") // as the framework declares it
  public HttpResponse<?> handle(HttpRequest request, StoreUnavailable failure) {
    return answer(request, failure, ProblemType.STORE_UNAVAILABLE);
  }

  /** Responds to a key check that failed because the store was unavailable. Nothing is granted without a check. */
  public HttpResponse<?> whileChecking(HttpRequest<?> request, StoreUnavailable failure) {
    return answer(request, failure, ProblemType.VERIFICATION_UNAVAILABLE).setAttribute(RefusalResponse.UNDECIDED, true);
  }

  private static MutableHttpResponse<?> answer(HttpRequest<?> request, StoreUnavailable failure, ProblemType type) {
    LOG.warn("Request {} is answered with {}", RequestId.of(request).value(), type.code(), failure);
    return Problem.of(type).response().header(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
  }
}
