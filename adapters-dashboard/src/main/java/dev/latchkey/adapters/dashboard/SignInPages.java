package dev.latchkey.adapters.dashboard;

import dev.latchkey.adapters.dashboard.view.FormToken;
import dev.latchkey.adapters.dashboard.view.Place;
import dev.latchkey.adapters.dashboard.view.SignInPage;
import dev.latchkey.application.port.in.ForSigningIn;
import dev.latchkey.domain.tenant.Email;
import dev.latchkey.domain.tenant.Password;
import dev.latchkey.domain.tenant.SessionToken;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
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
import java.util.Optional;

/** Members sign in to their tenant's dashboard and out again. */
@Controller("/{locale:en|de}/{tenant}")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class SignInPages {

  private final ForSigningIn signingIn;
  private final DashboardCookies cookies;
  private final Pages pages;

  SignInPages(ForSigningIn signingIn, DashboardCookies cookies, Pages pages) {
    this.signingIn = signingIn;
    this.cookies = cookies;
    this.pages = pages;
  }

  @OpenPage
  @Get("/sign-in")
  HttpResponse<?> form(HttpRequest<?> request, @RequestAttribute(Door.PLACE) Place place) {
    return form(HttpStatus.OK, request, place, "");
  }

  @OpenPage
  @Post("/sign-in")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> signIn(
      HttpRequest<?> request, @RequestAttribute(Door.PLACE) Place place, @RequestAttribute(Door.FORM) Form form) {
    String typed = form.field("email").orElse("");
    Optional<SessionToken> session = Email.of(typed).flatMap(email -> form.field("password")
        .flatMap(Password::presented)
        .flatMap(password -> signingIn.signIn(place.tenant(), email, password)));
    if (session.isEmpty()) {
      return form(HttpStatus.FORBIDDEN, request, place, typed);
    }
    cookies.session(request).ifPresent(signingIn::signOut);
    return HttpResponse.seeOther(URI.create(place.apiKeys()))
        .cookie(cookies.holding(session.get()))
        .cookie(cookies.holding(FormToken.fresh()));
  }

  @OpenPage
  @Post("/sign-out")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> signOut(HttpRequest<?> request, @RequestAttribute(Door.PLACE) Place place) {
    cookies.session(request).ifPresent(signingIn::signOut);
    return HttpResponse.seeOther(URI.create(place.signIn())).cookie(cookies.withoutSession());
  }

  private HttpResponse<?> form(HttpStatus status, HttpRequest<?> request, Place place, String email) {
    FormToken token = cookies.formToken(request).orElseGet(FormToken::fresh);
    SignInPage page = new SignInPage(place, token, email, status != HttpStatus.OK);
    return pages.show(status, "sign-in", page).cookie(cookies.holding(token));
  }
}
