package dev.latchkey.adapters.dashboard.session;

import dev.latchkey.adapters.dashboard.frame.ClientAddresses;
import dev.latchkey.adapters.dashboard.frame.DashboardCookies;
import dev.latchkey.adapters.dashboard.frame.FormErrors;
import dev.latchkey.adapters.dashboard.frame.FormToken;
import dev.latchkey.adapters.dashboard.frame.Notice;
import dev.latchkey.adapters.dashboard.frame.PageRefusal;
import dev.latchkey.adapters.dashboard.frame.Tab;
import dev.latchkey.application.port.in.ForChoosingPasswords;
import dev.latchkey.application.port.in.ForManagingOwnAccount;
import dev.latchkey.application.port.in.ForManagingOwnAccount.PasswordChange;
import dev.latchkey.domain.tenant.ChosenPassword;
import dev.latchkey.domain.tenant.Password;
import dev.latchkey.domain.tenant.PasswordFault;
import dev.latchkey.domain.tenant.PasswordOwner;
import dev.latchkey.domain.tenant.SessionOrigin;
import dev.latchkey.domain.tenant.SessionToken;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.time.Duration;
import java.util.Optional;

/** Manages a member's own password and sessions, in every role. */
@Controller(value = "/{locale:en|de}/{tenant}/settings/account", produces = MediaType.TEXT_HTML, consumes = MediaType.APPLICATION_FORM_URLENCODED)
@Secured(StaffRight.ANY)
@ExecuteOn(TaskExecutors.BLOCKING)
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
  HttpResponse<?> show(StaffRequest request) {
    return show(request, new FormErrors(request.language()));
  }

  @Post("/password")
  HttpResponse<?> changePassword(StaffRequest request) {
    if (!request.staff().account().mayChangePassword()) {
      return pages.refuse(request, PageRefusal.SUSPENDED);
    }
    FormErrors faults = new FormErrors(request.language());
    Optional<Password> present = request.form().field(PRESENT).flatMap(Password::presented);
    if (present.isEmpty()) {
      return show(request, faults.add(PRESENT, "account.fault.present"));
    }
    PasswordOwner owner = PasswordOwner.of(request.staff().member(), request.staff().tenant());
    return switch (passwords.choose(request.form().field(CHOSEN).orElse(""), owner)) {
      case ChosenPassword chosen -> changePassword(request, present.get(), chosen);
      case PasswordFault fault -> show(request, faults.add(CHOSEN, fault));
    };
  }

  private HttpResponse<?> changePassword(StaffRequest request, Password present, ChosenPassword chosen) {
    SessionOrigin origin = SessionOrigin.of(
        addresses.of(request.http()), Optional.ofNullable(request.http().getHeaders().get(HttpHeaders.USER_AGENT)));
    return switch (account.changePassword(request.staff().account(), present, chosen, origin)) {
      case PasswordChange.Changed(SessionToken session) ->
        pages.sendOn(request, request.place().account(), Notice.PASSWORD_CHANGED)
            .cookie(cookies.holding(request.http(), session))
            .cookie(cookies.holding(request.http(), FormToken.fresh()));
      case PasswordChange.Suspended() -> pages.refuse(request, PageRefusal.SUSPENDED);
      case PasswordChange.NotConfirmed() ->
        show(request, new FormErrors(request.language()).add(PRESENT, "account.fault.present"));
      case PasswordChange.TooManyAttempts(Duration time) -> {
        SignInWait wait = SignInWait.of(time);
        yield show(request, wait.error(request.language()))
            .header(HttpHeaders.RETRY_AFTER, Long.toString(wait.seconds()));
      }
    };
  }

  @Post("/sessions")
  HttpResponse<?> endSessions(StaffRequest request) {
    String session = request.form().text("session");
    if (session.equals(OTHERS)) {
      account.endOtherSessions(request.staff().account());
      return pages.sendOn(request, request.place().account(), Notice.SESSIONS_ENDED);
    }
    account.endSession(request.staff().account(), session);
    return pages.sendOn(request, request.place().account(), Notice.SESSION_ENDED);
  }

  private MutableHttpResponse<?> show(StaffRequest request, FormErrors faults) {
    AccountPage page = new AccountPage(
        pages.frame(request, Tab.ACCOUNT), account.sessions(request.staff().account()), faults);
    return pages.show(request, faults, "session/account", page);
  }
}
