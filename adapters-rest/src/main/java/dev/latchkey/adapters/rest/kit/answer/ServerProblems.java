package dev.latchkey.adapters.rest.kit.answer;

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
import org.jspecify.annotations.Nullable;

/** Response processor that converts the errors of the HTTP server itself into problems. */
@Singleton
final class ServerProblems implements ErrorResponseProcessor<Problem> {

  private static final String BROKEN_HEAD = "The request line or a header is not valid HTTP/1.1. Send the method, the URI"
      + " and HTTP/1.1 with one space between them, and each header as Name: value.";

  private final EarlyHeaders headers;

  ServerProblems(EarlyHeaders headers) {
    this.headers = headers;
  }

  @Override
  public MutableHttpResponse<Problem> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
    HttpRequest<?> request = context.getRequest();
    RequestId id = RequestId.of(request);
    // No filter sees some of these responses, as when the request line is malformed.
    AnswerHead.write(id, response.getHeaders());
    headers.addTo(request, response);
    if (response.status() == HttpStatus.METHOD_NOT_ALLOWED && request.getMethod() == HttpMethod.OPTIONS) {
      return response.status(HttpStatus.NO_CONTENT).body(null);
    }
    Problem problem = problem(unread(request), response.status());
    return response
        .status(problem.status())
        .contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE)
        .body(problem.of(id));
  }

  /** Returns the problem of a request. The server reports any head that is too long as a body that is too large. */
  private static Problem problem(@Nullable Throwable unread, HttpStatus status) {
    return switch (unread) {
      case null -> Problem.of(ProblemType.of(status));
      case TooLongHttpLineException _ -> Problem.of(ProblemType.URI_TOO_LONG);
      case TooLongHttpHeaderException _ -> Problem.of(ProblemType.HEADERS_TOO_LARGE);
      case InvalidRequest fault -> Problem.of(ProblemType.REQUEST_MALFORMED, fault.detail());
      default -> Problem.of(ProblemType.REQUEST_MALFORMED, BROKEN_HEAD);
    };
  }

  /** Returns why the head of the request could not be decoded; null if it could. */
  private static @Nullable Throwable unread(HttpRequest<?> request) {
    return request instanceof NettyHttpRequest<?> read ? read.getNativeRequest().decoderResult().cause() : null;
  }
}
