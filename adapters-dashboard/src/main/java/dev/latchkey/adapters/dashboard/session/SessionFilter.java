package dev.latchkey.adapters.dashboard.session;

import dev.latchkey.adapters.dashboard.frame.ClientAddresses;
import dev.latchkey.adapters.dashboard.frame.DashboardCookies;
import dev.latchkey.adapters.dashboard.frame.DashboardUrls;
import dev.latchkey.adapters.dashboard.frame.ForgeryCheck;
import dev.latchkey.adapters.dashboard.frame.Form;
import dev.latchkey.adapters.dashboard.frame.Language;
import dev.latchkey.adapters.dashboard.frame.PageRefusal;
import dev.latchkey.adapters.dashboard.frame.Pages;
import dev.latchkey.application.port.in.ForSigningIn;
import dev.latchkey.domain.access.Staff;
import dev.latchkey.domain.access.TenantView;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ConditionalFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.filters.SecurityFilter;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteMatch;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Guards all pages of a tenant. A request needs a session of that tenant with the {@link StaffRight} that the
 * {@code @Secured} of its page states, unless it states {@code isAnonymous()}. A page that states neither is closed. A
 * form must have been sent from a page of this service.
 */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
public final class SessionFilter implements ConditionalFilter {

  static final String PLACE = "latchkey.place";
  static final String FORM = "latchkey.form";

  private static final Logger LOG = LoggerFactory.getLogger(SessionFilter.class);

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
    UriRouteMatch<?, ?> route = page(request);
    if (route == null) {
      // A filter that runs before routing, such as CORS for requests with an Origin, bypasses isEnabled.
      return null;
    }
    Language language = Language.tagged(variable(route, "locale")).orElseThrow();
    Optional<DashboardUrls> place = DashboardUrls.of(language.tag(), variable(route, "tenant"));
    if (place.isEmpty()) {
      return pages.refuse(PageRefusal.UNKNOWN, language, "/" + language.tag());
    }
    String home = place.get().home();
    boolean reading = READING.contains(request.getMethod());
    Optional<Form> form = reading ? Optional.of(Form.EMPTY) : Form.read(body == null ? "" : body);
    if (form.isEmpty()) {
      return pages.refuse(PageRefusal.MALFORMED, language, home);
    }
    if (!reading && !forgery.passes(request, form.get())) {
      return pages.refuse(PageRefusal.FORGED, language, home);
    }
    request.setAttribute(PLACE, place.get());
    request.setAttribute(FORM, form.get());
    String required = String.join(" ", route.stringValues(Secured.class));
    if (required.equals(SecurityRule.IS_ANONYMOUS)) {
      return null;
    }
    Optional<Staff> staff = cookies.session(request)
        .flatMap(token -> signingIn.resume(token, addresses.of(request)))
        .filter(member -> member.tenant().id().equals(place.get().tenant()));
    if (staff.isEmpty()) {
      return HttpResponse.seeOther(URI.create(place.get().signIn()));
    }
    return switch (StaffRight.check(required, staff.get())) {
      case StaffRight.Check.Granted(TenantView tenant) -> {
        StaffRequest granted = new StaffRequest(request, place.get(), staff.get(), tenant, form.get());
        request.setAttribute(SecurityFilter.AUTHENTICATION, new StaffAuthentication(granted, required));
        yield null;
      }
      case StaffRight.Check.Refused(PageRefusal reason) -> pages.refuse(reason, language, home);
      case StaffRight.Check.Unknown() -> {
        LOG.error("{} states no right that is known here and stays closed", route);
        yield pages.refuse(PageRefusal.GONE, language, home);
      }
    };
  }

  /** Returns whether this filter guards the request: it checks the right that the page states, or closes the page. */
  public static boolean guards(HttpRequest<?> request) {
    return Language.leads(request.getPath()) && page(request) != null;
  }

  /** Returns the route of a tenant's page; null if the request is for something else. */
  private static @Nullable UriRouteMatch<?, ?> page(HttpRequest<?> request) {
    return RouteAttributes.getRouteMatch(request).orElse(null) instanceof UriRouteMatch<?, ?> route
        && route.getVariableValues().keySet().containsAll(PLACE_IN_PATH) ? route : null;
  }

  private static String variable(UriRouteMatch<?, ?> route, String name) {
    return String.valueOf(route.getVariableValues().get(name));
  }
}
