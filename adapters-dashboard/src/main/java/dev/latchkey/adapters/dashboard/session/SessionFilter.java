package dev.latchkey.adapters.dashboard.session;

import dev.latchkey.adapters.dashboard.frame.ClientAddresses;
import dev.latchkey.adapters.dashboard.frame.DashboardCookies;
import dev.latchkey.adapters.dashboard.frame.DashboardUrls;
import dev.latchkey.adapters.dashboard.frame.ForgeryCheck;
import dev.latchkey.adapters.dashboard.frame.Form;
import dev.latchkey.adapters.dashboard.frame.Language;
import dev.latchkey.adapters.dashboard.frame.OpenPage;
import dev.latchkey.adapters.dashboard.frame.Pages;
import dev.latchkey.adapters.dashboard.frame.RefusalPage;
import dev.latchkey.application.port.in.ForSigningIn;
import dev.latchkey.domain.access.Staff;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ConditionalFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteMatch;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Guards all pages of a tenant. A request needs a session of that tenant, unless the page is an {@link OpenPage}. A
 * form must have been sent from a page of this service.
 */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
public final class SessionFilter implements ConditionalFilter {

  public static final String PLACE = "latchkey.place";
  public static final String STAFF = "latchkey.staff";
  public static final String FORM = "latchkey.form";

  private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  private static final Set<String> PLACE_IN_PATH = Set.of("locale", "tenant");

  private final ForSigningIn signingIn;
  private final DashboardCookies cookies;
  private final ForgeryCheck forgery;
  private final ClientAddresses addresses;
  private final Pages pages;

  SessionFilter(
      ForSigningIn signingIn,
      DashboardCookies cookies,
      ForgeryCheck forgery,
      ClientAddresses addresses,
      Pages pages) {
    this.signingIn = signingIn;
    this.cookies = cookies;
    this.forgery = forgery;
    this.addresses = addresses;
    this.pages = pages;
  }

  /**
   * Excludes API requests, so that they do not use the thread of {@link #admit}. A pattern in the annotation would be
   * matched, and all filters sorted, for each of them.
   */
  @Override
  public boolean isEnabled(HttpRequest<?> request) {
    return Language.leads(request.getPath());
  }

  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  @Nullable
  HttpResponse<?> admit(HttpRequest<?> request, @Body @Nullable String body) {
    if (!(RouteAttributes.getRouteMatch(request).orElse(null) instanceof UriRouteMatch<?, ?> route)
        || !route.getVariableValues().keySet().containsAll(PLACE_IN_PATH)) {
      // A filter that runs before routing, such as CORS for requests with an Origin, bypasses isEnabled.
      return null;
    }
    Language language = Language.tagged(variable(route, "locale")).orElseThrow();
    Optional<DashboardUrls> place = DashboardUrls.of(language.tag(), variable(route, "tenant"));
    if (place.isEmpty()) {
      return pages.show(HttpStatus.NOT_FOUND, "frame/refusal",
          new RefusalPage(language, "unknown", "/" + language.tag()));
    }
    request.setAttribute(PLACE, place.get());

    if (!READING.contains(request.getMethod())) {
      Optional<Form> form = Form.read(body == null ? "" : body);
      if (form.isEmpty()) {
        return pages.show(
            HttpStatus.BAD_REQUEST, "frame/refusal", new RefusalPage(language, "malformed", place.get().home()));
      }
      if (!forgery.passes(request, form.get())) {
        return pages.show(HttpStatus.FORBIDDEN, "frame/refusal",
            new RefusalPage(language, "forged", place.get().home()));
      }
      request.setAttribute(FORM, form.get());
    }
    if (route.hasAnnotation(OpenPage.class)) {
      return null;
    }
    Optional<Staff> staff = cookies.session(request)
        .flatMap(token -> signingIn.resume(token, addresses.of(request)))
        .filter(member -> member.tenant().id().equals(place.get().tenant()));
    if (staff.isEmpty()) {
      return HttpResponse.seeOther(URI.create(place.get().signIn()));
    }
    request.setAttribute(STAFF, staff.get());
    return null;
  }

  private static String variable(UriRouteMatch<?, ?> route, String name) {
    return String.valueOf(route.getVariableValues().get(name));
  }
}
