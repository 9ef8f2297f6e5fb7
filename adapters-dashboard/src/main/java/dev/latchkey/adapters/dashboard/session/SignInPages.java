package dev.latchkey.adapters.dashboard.session;

import dev.latchkey.adapters.dashboard.frame.ClientAddresses;
import dev.latchkey.adapters.dashboard.frame.DashboardCookies;
import dev.latchkey.adapters.dashboard.frame.DashboardUrls;
import dev.latchkey.adapters.dashboard.frame.Form;
import dev.latchkey.adapters.dashboard.frame.FormToken;
import dev.latchkey.adapters.dashboard.frame.OpenPage;
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
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.RequestAttribute;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Signs members in to their tenant's dashboard and out of it. */
@Controller("/{locale:en|de}/{tenant}")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
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

  @OpenPage
  @Get("/sign-in")
  HttpResponse<?> form(HttpRequest<?> request, @RequestAttribute(SessionFilter.PLACE) DashboardUrls place) {
    return form(HttpStatus.OK, request, place, "", Optional.empty());
  }

  @OpenPage
  @Post("/sign-in")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> signIn(
      HttpRequest<?> request, @RequestAttribute(SessionFilter.PLACE) DashboardUrls place,
      @RequestAttribute(SessionFilter.FORM) Form form) {
    String typed = form.field("email").orElse("");
    Optional<Email> email = Email.of(typed);
    Optional<Password> password = form.field("password").flatMap(Password::presented);
    if (email.isEmpty() || password.isEmpty()) {
      return form(request, place, typed, new SignInRefusal.WrongLogin());
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
      case SigningIn.WrongLogin() -> form(request, place, typed, new SignInRefusal.WrongLogin());
      case SigningIn.TooManyAttempts(Duration wait) ->
        form(request, place, typed, SignInRefusal.TooManyAttempts.within(wait));
    };
  }

  @OpenPage
  @Post("/sign-out")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> signOut(HttpRequest<?> request, @RequestAttribute(SessionFilter.PLACE) DashboardUrls place) {
    cookies.session(request).ifPresent(signingIn::signOut);
    return HttpResponse.seeOther(URI.create(place.signIn())).cookie(cookies.withoutSession(request));
  }

  private HttpResponse<?> form(HttpRequest<?> request, DashboardUrls place, String email, SignInRefusal refusal) {
    return switch (refusal) {
      case SignInRefusal.WrongLogin _ -> form(HttpStatus.FORBIDDEN, request, place, email, Optional.of(refusal));
      case SignInRefusal.TooManyAttempts(long seconds) ->
        form(HttpStatus.TOO_MANY_REQUESTS, request, place, email, Optional.of(refusal))
            .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    };
  }

  private MutableHttpResponse<?> form(
      HttpStatus status, HttpRequest<?> request, DashboardUrls place, String email, Optional<SignInRefusal> refusal) {
    FormToken token = cookies.formToken(request).orElseGet(FormToken::fresh);
    return pages.show(status, "session/sign-in", new SignInPage(place, token, email, refusal))
        .cookie(cookies.holding(request, token));
  }
}
