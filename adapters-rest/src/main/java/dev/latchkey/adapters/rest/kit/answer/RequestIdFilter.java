package dev.latchkey.adapters.rest.kit.answer;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/**
 * Adds the request id and the date to every response. Outermost, so that it sees the responses of all other filters.
 */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class RequestIdFilter implements Ordered {

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @ResponseFilter
  void name(HttpRequest<?> request, MutableHttpResponse<?> response) {
    RequestId id = RequestId.of(request);
    AnswerHead.write(id, response.getHeaders());
    PrivateAnswers.mark(request.getPath(), response.getHeaders());
    if (response.body() instanceof Problem problem) {
      response.body(problem.of(id));
    }
  }
}
