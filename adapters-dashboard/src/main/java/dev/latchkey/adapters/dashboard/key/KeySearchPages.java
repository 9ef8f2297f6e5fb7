package dev.latchkey.adapters.dashboard.key;

import dev.latchkey.adapters.dashboard.frame.DashboardUrls;
import dev.latchkey.adapters.dashboard.frame.Form;
import dev.latchkey.adapters.dashboard.session.SessionFilter;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.RequestAttribute;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.List;

/**
 * Accepts a search for keys as a posted form and redirects to the list, so that a pasted secret does not appear in a
 * URL, a browser history or a log.
 */
@Controller("/{locale:en|de}/{tenant}/settings/api-keys/search")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class KeySearchPages {

  private static final List<String> CHOICES = List.of("state", "status", "environment");

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> search(@RequestAttribute(SessionFilter.PLACE) DashboardUrls place,
      @RequestAttribute(SessionFilter.FORM) Form form) {
    UriBuilder list = UriBuilder.of(place.apiKeys());
    String text = SearchedText.of(form.text("q"));
    if (!text.isEmpty()) {
      list.queryParam("q", text);
    }
    for (String choice : CHOICES) {
      if (!form.text(choice).isEmpty()) {
        list.queryParam(choice, form.text(choice));
      }
    }
    return HttpResponse.seeOther(list.build());
  }
}
