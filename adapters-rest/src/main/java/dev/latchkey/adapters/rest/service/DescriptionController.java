package dev.latchkey.adapters.rest.service;

import dev.latchkey.adapters.rest.kit.answer.Problem;
import dev.latchkey.adapters.rest.kit.answer.ProblemType;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

/** Endpoints of the API description, and of a page with it that loads nothing from other servers. */
@Controller
@Produces(MediaType.ALL)
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING) // the first request reads and compresses the files
final class DescriptionController {

  // Swagger UI draws its icons from data: URLs, and sets style attributes.
  private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
      + "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final DocsFile yaml;
  private final DocsFile json;

  DescriptionController(PublicAddress address) {
    this.yaml = DocsFile.yaml(address);
    this.json = DocsFile.json(address);
  }

  @Get("/openapi.yaml")
  HttpResponse<?> describe(HttpRequest<?> request) {
    return served(request, yaml);
  }

  @Get("/openapi.json")
  HttpResponse<?> describeInJson(HttpRequest<?> request) {
    return served(request, json);
  }

  @Get("/docs")
  HttpResponse<?> show(HttpRequest<?> request) {
    return served(request, DocsFile.PAGE).header("Content-Security-Policy", POLICY);
  }

  @Get("/docs/assets/{name}")
  HttpResponse<?> asset(HttpRequest<?> request, String name) {
    return DocsFile.asset(name)
        .<HttpResponse<?>>map(file -> served(request, file))
        .orElseGet(() -> Problem.of(ProblemType.ROUTE_NOT_FOUND).response());
  }

  private static MutableHttpResponse<?> served(HttpRequest<?> request, DocsFile file) {
    return file.content().answer(request)
        .contentType(file.type())
        .header("X-Content-Type-Options", "nosniff")
        .header(HttpHeaders.CACHE_CONTROL, "no-cache");
  }
}
