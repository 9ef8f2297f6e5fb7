package dev.latchkey.adapters.dashboard.api;

import dev.latchkey.adapters.dashboard.frame.DashboardSettings;
import dev.latchkey.adapters.dashboard.frame.Tab;
import dev.latchkey.adapters.dashboard.session.FramedPages;
import dev.latchkey.adapters.dashboard.session.StaffRequest;
import dev.latchkey.adapters.dashboard.session.StaffRight;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;

/** Shows how to call the API, with the tenant's id filled in. */
@Controller(value = "/{locale:en|de}/{tenant}/settings/api", produces = MediaType.TEXT_HTML)
@Secured(StaffRight.ANY)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ApiPages {

  private final DashboardSettings settings;
  private final FramedPages pages;

  ApiPages(DashboardSettings settings, FramedPages pages) {
    this.settings = settings;
    this.pages = pages;
  }

  @Get
  HttpResponse<?> show(StaffRequest request) {
    ApiPage page = new ApiPage(pages.frame(request, Tab.API), settings.serverFor(request.http()));
    return pages.show(request, "api/api", page);
  }
}
