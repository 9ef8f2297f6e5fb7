package dev.latchkey.adapters.dashboard.session;

import dev.latchkey.adapters.dashboard.frame.Language;
import dev.latchkey.adapters.dashboard.frame.Pages;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

/** Shows the pages that belong to no tenant, which lead to the dashboards. */
@Controller(produces = MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class WelcomePages {

  private final Pages pages;

  WelcomePages(Pages pages) {
    this.pages = pages;
  }

  @Get
  HttpResponse<?> welcome() {
    return welcome(Language.EN.tag());
  }

  @Get("/{locale:en|de}")
  HttpResponse<?> welcome(String locale) {
    return pages.show(HttpStatus.OK, "session/welcome", new WelcomePage(Language.tagged(locale).orElseThrow()));
  }
}
