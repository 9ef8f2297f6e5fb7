package dev.latchkey.adapters.dashboard.session;

import dev.latchkey.adapters.dashboard.frame.ClientAddresses;
import dev.latchkey.adapters.dashboard.frame.DashboardCookies;
import dev.latchkey.adapters.dashboard.frame.DashboardUrls;
import dev.latchkey.adapters.dashboard.frame.Form;
import dev.latchkey.adapters.dashboard.frame.FormErrors;
import dev.latchkey.adapters.dashboard.frame.FormToken;
import dev.latchkey.adapters.dashboard.frame.Pages;
import dev.latchkey.application.port.in.ForSigningIn;
import dev.latchkey.application.port.in.ForSigningIn.SigningIn;
import dev.latchkey.domain.tenant.Email;
import dev.latchkey.domain.tenant.Password;
import dev.latchkey.domain.tenant.SessionOrigin;
import dev.latchkey.domain.tenant.SessionToken;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestAttribute;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Signs members in to their tenant's dashboard and out of it. */
@Controller(value = "/{locale:en|de}/{tenant}", produces = MediaType.TEXT_HTML, consumes = MediaType.APPLICATION_FORM_URLENCODED)
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SignInPages {

  private final ForSigningIn signingIn;
  private final DashboardCookies cookies;
  private final ClientAddresses addresses;
  private final Pages pages;

  SignInPages(ForSigningIn signingIn, DashboardCookies cookies, ClientAddresses addresses, Pages pages) {
    this.signingIn = signingIn;
    this.cookies = cookies;
    this.addresses = addresses;
    this.pages = pages;
  }

  @Get
  HttpResponse<?> home(@RequestAttribute(SessionFilter.PLACE) DashboardUrls place) {
    return HttpResponse.seeOther(URI.create(place.apiKeys()));
  }

  @Get("/sign-in")
  HttpResponse<?> form(HttpRequest<?> request, @RequestAttribute(SessionFilter.PLACE) DashboardUrls place) {
    return form(request, place, "", new FormErrors(place.language()));
  }

  @Post("/sign-in")
  HttpResponse<?> signIn(
      HttpRequest<?> request,
      @RequestAttribute(SessionFilter.PLACE) DashboardUrls place,
      @RequestAttribute(SessionFilter.FORM) Form form) {
    String typed = form.field("email").orElse("");
    Optional<Email> email = Email.of(typed);
    Optional<Password> password = form.field("password").flatMap(Password::presented);
    if (email.isEmpty() || password.isEmpty()) {
      return wrongLogin(request, place, typed);
    }
    SessionOrigin origin = SessionOrigin.of(
        addresses.of(request), Optional.ofNullable(request.getHeaders().get(HttpHeaders.USER_AGENT)));
    return switch (signingIn.signIn(place.tenant(), email.get(), password.get(), origin)) {
      case SigningIn.SignedIn(SessionToken session) -> {
        cookies.session(request).ifPresent(signingIn::signOut);
        yield HttpResponse.seeOther(URI.create(place.apiKeys()))
            .cookie(cookies.holding(request, session))
            .cookie(cookies.holding(request, FormToken.fresh()));
      }
      case SigningIn.WrongLogin() -> wrongLogin(request, place, typed);
      case SigningIn.TooManyAttempts(Duration time) -> {
        SignInWait wait = SignInWait.of(time);
        yield form(request, place, typed, wait.error(place.language()))
            .header(HttpHeaders.RETRY_AFTER, Long.toString(wait.seconds()));
      }
    };
  }

  @Post("/sign-out")
  HttpResponse<?> signOut(HttpRequest<?> request, @RequestAttribute(SessionFilter.PLACE) DashboardUrls place) {
    cookies.session(request).ifPresent(signingIn::signOut);
    return HttpResponse.seeOther(URI.create(place.signIn())).cookie(cookies.withoutSession(request));
  }

  private HttpResponse<?> wrongLogin(HttpRequest<?> request, DashboardUrls place, String email) {
    FormErrors faults = new FormErrors(place.language()).reject(HttpStatus.FORBIDDEN, "sign-in.refused");
    return form(request, place, email, faults);
  }

  private MutableHttpResponse<?> form(
      HttpRequest<?> request, DashboardUrls place, String email, FormErrors faults) {
    FormToken token = cookies.formToken(request).orElseGet(FormToken::fresh);
    return pages.show(faults.status(), "session/sign-in", new SignInPage(place, token, email, faults))
        .cookie(cookies.holding(request, token));
  }
}
