package dev.latchkey.adapters.dashboard.session;

import dev.latchkey.adapters.dashboard.frame.ClientAddresses;
import dev.latchkey.adapters.dashboard.frame.DashboardCookies;
import dev.latchkey.adapters.dashboard.frame.DashboardUrls;
import dev.latchkey.adapters.dashboard.frame.Form;
import dev.latchkey.adapters.dashboard.frame.FormErrors;
import dev.latchkey.adapters.dashboard.frame.FormToken;
import dev.latchkey.adapters.dashboard.frame.Notice;
import dev.latchkey.adapters.dashboard.frame.Tab;
import dev.latchkey.application.port.in.ForChoosingPasswords;
import dev.latchkey.application.port.in.ForManagingOwnAccount;
import dev.latchkey.application.port.in.ForManagingOwnAccount.PasswordChange;
import dev.latchkey.domain.access.Staff;
import dev.latchkey.domain.tenant.ChosenPassword;
import dev.latchkey.domain.tenant.Password;
import dev.latchkey.domain.tenant.PasswordFault;
import dev.latchkey.domain.tenant.PasswordOwner;
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
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Manages a member's own password and sessions, in every role. */
@Controller("/{locale:en|de}/{tenant}/settings/account")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class AccountPages {

  private static final String PRESENT = "present";
  private static final String CHOSEN = "password";

  /** The value of the field {@code session} that selects all sessions but the current one. */
  private static final String OTHERS = "others";

  private final ForManagingOwnAccount account;
  private final ForChoosingPasswords passwords;
  private final DashboardCookies cookies;
  private final ClientAddresses addresses;
  private final FramedPages pages;

  AccountPages(
      ForManagingOwnAccount account,
      ForChoosingPasswords passwords,
      DashboardCookies cookies,
      ClientAddresses addresses,
      FramedPages pages) {
    this.account = account;
    this.passwords = passwords;
    this.cookies = cookies;
    this.addresses = addresses;
    this.pages = pages;
  }

  @Get
  HttpResponse<?> show(HttpRequest<?> request, @RequestAttribute(SessionFilter.STAFF) Staff staff) {
    return show(request, staff, HttpStatus.OK, FormErrors.NONE, Optional.empty());
  }

  @Post("/password")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> changePassword(
      HttpRequest<?> request,
      @RequestAttribute(SessionFilter.PLACE) DashboardUrls place,
      @RequestAttribute(SessionFilter.STAFF) Staff staff,
      @RequestAttribute(SessionFilter.FORM) Form form) {
    if (!staff.account().mayChangePassword()) {
      return pages.suspended(request);
    }
    Optional<Password> present = form.field(PRESENT).flatMap(Password::presented);
    if (present.isEmpty()) {
      return refused(request, staff, PRESENT, "account.fault.present");
    }
    PasswordOwner owner = PasswordOwner.of(staff.member(), staff.tenant());
    return switch (passwords.choose(form.field(CHOSEN).orElse(""), owner)) {
      case ChosenPassword chosen -> changePassword(request, place, staff, present.get(), chosen);
      case PasswordFault fault -> refused(request, staff, CHOSEN, FormErrors.key(fault));
    };
  }

  private HttpResponse<?> changePassword(
      HttpRequest<?> request, DashboardUrls place, Staff staff, Password present, ChosenPassword chosen) {
    SessionOrigin origin = SessionOrigin.of(
        addresses.of(request), Optional.ofNullable(request.getHeaders().get(HttpHeaders.USER_AGENT)));
    return switch (account.changePassword(staff.account(), present, chosen, origin)) {
      case PasswordChange.Changed(SessionToken session) ->
        pages.sendOn(request, place.account(), Notice.PASSWORD_CHANGED)
            .cookie(cookies.holding(request, session))
            .cookie(cookies.holding(request, FormToken.fresh()));
      case PasswordChange.Suspended() -> pages.suspended(request);
      case PasswordChange.NotConfirmed() -> refused(request, staff, PRESENT, "account.fault.present");
      case PasswordChange.TooManyAttempts(Duration wait) -> {
        SignInRefusal.TooManyAttempts refusal = SignInRefusal.TooManyAttempts.within(wait);
        yield show(request, staff, HttpStatus.TOO_MANY_REQUESTS, FormErrors.NONE, Optional.of(refusal))
            .header(HttpHeaders.RETRY_AFTER, Long.toString(refusal.seconds()));
      }
    };
  }

  @Post("/sessions")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> endSessions(
      HttpRequest<?> request,
      @RequestAttribute(SessionFilter.PLACE) DashboardUrls place,
      @RequestAttribute(SessionFilter.STAFF) Staff staff,
      @RequestAttribute(SessionFilter.FORM) Form form) {
    String session = form.text("session");
    if (session.equals(OTHERS)) {
      account.endOtherSessions(staff.account());
      return pages.sendOn(request, place.account(), Notice.SESSIONS_ENDED);
    }
    account.endSession(staff.account(), session);
    return pages.sendOn(request, place.account(), Notice.SESSION_ENDED);
  }

  private HttpResponse<?> refused(HttpRequest<?> request, Staff staff, String field, String text) {
    return show(
        request, staff, HttpStatus.UNPROCESSABLE_ENTITY, new FormErrors(Map.of(field, text)), Optional.empty());
  }

  private MutableHttpResponse<?> show(
      HttpRequest<?> request,
      Staff staff,
      HttpStatus status,
      FormErrors faults,
      Optional<SignInRefusal.TooManyAttempts> refusal) {
    AccountPage page = new AccountPage(
        pages.frame(request, Tab.ACCOUNT), account.sessions(staff.account()), faults, refusal);
    return pages.show(request, status, "session/account", page);
  }
}
