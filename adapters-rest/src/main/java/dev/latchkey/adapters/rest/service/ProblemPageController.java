package dev.latchkey.adapters.rest.service;

import dev.latchkey.adapters.rest.kit.answer.Problem;
import dev.latchkey.adapters.rest.kit.answer.ProblemType;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Locale;

/** Page to which a problem's {@code type} leads: the code in words, and what to do. */
@Controller("/problems")
@Produces(MediaType.ALL)
@Secured(SecurityRule.IS_ANONYMOUS)
final class ProblemPageController {

  private static final MediaType TEXT = MediaType.of("text/plain;charset=utf-8");

  @Get("/{code}")
  HttpResponse<?> explain(String code) {
    return ProblemType.coded(code)
        .<HttpResponse<?>>map(type -> HttpResponse.ok(page(type)).contentType(TEXT))
        .orElseGet(() -> Problem.of(ProblemType.ROUTE_NOT_FOUND).response());
  }

  private static String page(ProblemType type) {
    return String.format(Locale.ROOT, """
        %s
        code %s, HTTP status %d

        What happened: %s
        The way out: %s
        """, type.title(), type.code(), type.status().getCode(), type.meaning(), type.remedy());
  }
}
