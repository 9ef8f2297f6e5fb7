package dev.latchkey.adapters.rest.answer;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import jakarta.inject.Singleton;

/** Whatever the HTTP server itself has to say against a request, it says as a problem too. */
@Singleton
final class ServerProblems implements ErrorResponseProcessor<Problem> {

  @Override
  public MutableHttpResponse<Problem> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
    HttpRequest<?> request = context.getRequest();
    RequestId id = RequestId.of(request);
    // Some of these answers pass no filter, as where the request line itself is broken.
    AnswerHead.write(id, response.getHeaders());
    if (response.status() == HttpStatus.METHOD_NOT_ALLOWED && request.getMethod() == HttpMethod.OPTIONS) {
      return response.status(HttpStatus.NO_CONTENT).body(null);
    }
    ProblemType type = type(request, response.status());
    return response
        .status(type.status())
        .contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE)
        .body(Problem.of(type).of(id));
  }

  /** The server calls everything too large that is too long to be read, and knows of bodies alone. */
  private static ProblemType type(HttpRequest<?> request, HttpStatus status) {
    Throwable unread = request instanceof NettyHttpRequest<?> read
        ? read.getNativeRequest().decoderResult().cause()
        : null;
    if (unread instanceof TooLongHttpLineException) {
      return ProblemType.URI_TOO_LONG;
    }
    return unread instanceof TooLongHttpHeaderException ? ProblemType.HEADERS_TOO_LARGE : ProblemType.of(status);
  }
}
