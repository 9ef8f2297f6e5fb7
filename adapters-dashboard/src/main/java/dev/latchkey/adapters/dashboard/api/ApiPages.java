package dev.latchkey.adapters.dashboard.api;

import dev.latchkey.adapters.dashboard.frame.DashboardSettings;
import dev.latchkey.adapters.dashboard.frame.Tab;
import dev.latchkey.adapters.dashboard.session.FramedPages;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.net.URI;
import java.util.Optional;

/** Shows how to call the API, with the tenant's id filled in. */
@Controller("/{locale:en|de}/{tenant}/settings/api")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class ApiPages {

  private final DashboardSettings settings;
  private final FramedPages pages;

  ApiPages(DashboardSettings settings, FramedPages pages) {
    this.settings = settings;
    this.pages = pages;
  }

  @Get
  HttpResponse<?> show(HttpRequest<?> request) {
    String url = settings.publicUrl().map(URI::toString).orElseGet(() -> ownUrl(request)).replaceFirst("/+$", "");
    return pages.show(request, HttpStatus.OK, "api/api", new ApiPage(pages.frame(request, Tab.API), url));
  }

  private static String ownUrl(HttpRequest<?> request) {
    return "http://" + Optional.ofNullable(request.getHeaders().get(HttpHeaders.HOST)).orElse("localhost:8080");
  }
}
