package dev.latchkey.adapters.dashboard.member;

import dev.latchkey.adapters.dashboard.frame.DashboardUrls;
import dev.latchkey.adapters.dashboard.frame.Form;
import dev.latchkey.adapters.dashboard.frame.FormErrors;
import dev.latchkey.adapters.dashboard.frame.Notice;
import dev.latchkey.adapters.dashboard.frame.Tab;
import dev.latchkey.adapters.dashboard.session.FramedPages;
import dev.latchkey.adapters.dashboard.session.SessionFilter;
import dev.latchkey.application.port.in.ForChoosingPasswords;
import dev.latchkey.application.port.in.ForManagingMembers;
import dev.latchkey.application.port.in.ForManagingMembers.Adding;
import dev.latchkey.application.port.in.ForManagingMembers.Changing;
import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.RoleTooLow;
import dev.latchkey.domain.access.Staff;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.access.TenantSuspended;
import dev.latchkey.domain.access.TenantView;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.tenant.ChosenPassword;
import dev.latchkey.domain.tenant.Email;
import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.PasswordFault;
import dev.latchkey.domain.tenant.PasswordOwner;
import dev.latchkey.domain.tenant.Role;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestAttribute;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Manages the members of a tenant, for its owners. */
@Controller("/{locale:en|de}/{tenant}/settings/members")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class MemberPages {

  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

  private final ForManagingMembers members;
  private final ForChoosingPasswords passwords;
  private final FramedPages pages;

  MemberPages(ForManagingMembers members, ForChoosingPasswords passwords, FramedPages pages) {
    this.members = members;
    this.passwords = passwords;
    this.pages = pages;
  }

  /**
   * Lists the members.
   *
   * @param before the exclusive upper bound of the page; absent: starts with the newest member
   */
  @Get
  HttpResponse<?> list(
      HttpRequest<?> request, @RequestAttribute(SessionFilter.STAFF) Staff staff, @QueryValue @Nullable Long before) {
    OptionalLong start = before == null ? OptionalLong.empty() : OptionalLong.of(before);
    return switch (staff.inspectMembers()) {
      case TenantView view -> listed(HttpStatus.OK, request, view, start, Map.of(), FormErrors.NONE);
      case RoleTooLow _ -> pages.forbidden(request);
    };
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> add(
      HttpRequest<?> request,
      @RequestAttribute(SessionFilter.STAFF) Staff staff,
      @RequestAttribute(SessionFilter.FORM) Form form) {
    return asOwner(request, staff, scope -> {
      String typed = form.field("email").orElse("");
      Optional<Email> email = Email.of(typed);
      Map<String, String> faults = new HashMap<>();
      Optional<ChosenPassword> password = chosen(
          form, new PasswordOwner(email, Optional.of(staff.tenant().name())), faults);
      Optional<Role> role = form.field("role").flatMap(MemberPages::role);
      if (email.isEmpty()) {
        faults.put("email", "members.fault.email");
      }
      if (role.isEmpty()) {
        faults.put("role", "members.fault.role");
      }
      if (faults.isEmpty()) {
        switch (members.add(scope, email.orElseThrow(), password.orElseThrow(), role.orElseThrow())) {
          case Adding.Added _ -> {
            return pages.sendOn(request, Tab.MEMBERS.href(place(request)), Notice.MEMBER_ADDED);
          }
          case Adding.EmailTaken() -> faults.put("email", "members.fault.taken");
        }
      }
      Map<String, String> kept = Map.of("email", typed, "role", role.map(Role::name).orElse(""));
      return listed(
          HttpStatus.UNPROCESSABLE_ENTITY, request, scope, OptionalLong.empty(), kept, new FormErrors(faults));
    });
  }

  @Get("/{member}")
  HttpResponse<?> show(
      HttpRequest<?> request, @RequestAttribute(SessionFilter.STAFF) Staff staff, String member) {
    return withMember(request, staff, member, (_, known) -> shown(HttpStatus.OK, request, known, FormErrors.NONE));
  }

  @Post("/{member}/role")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> changeRole(
      HttpRequest<?> request,
      @RequestAttribute(SessionFilter.STAFF) Staff staff,
      @RequestAttribute(SessionFilter.FORM) Form form,
      String member) {
    return withMember(request, staff, member, (scope, known) -> {
      Optional<Role> role = form.field("role").flatMap(MemberPages::role);
      if (role.isEmpty()) {
        return refused(request, known, "role", "members.fault.role");
      }
      return switch (members.change(scope, known.id(), FieldUpdate.to(role.get()), FieldUpdate.keep())) {
        case Changing.Changed _ -> done(request, Notice.MEMBER_ROLE_CHANGED);
        case Changing.Oneself() -> refused(request, known, "role", "members.fault.own-role");
        case Changing.NoSuchMember() -> pages.notFound(request);
        case Changing.NoLongerOwner() -> pages.forbidden(request);
      };
    });
  }

  @Post("/{member}/password")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> resetPassword(
      HttpRequest<?> request,
      @RequestAttribute(SessionFilter.STAFF) Staff staff,
      @RequestAttribute(SessionFilter.FORM) Form form,
      String member) {
    return withMember(request, staff, member, (scope, known) -> {
      Map<String, String> faults = new HashMap<>();
      Optional<ChosenPassword> password = chosen(form, PasswordOwner.of(known, staff.tenant()), faults);
      if (password.isEmpty()) {
        return shown(HttpStatus.UNPROCESSABLE_ENTITY, request, known, new FormErrors(faults));
      }
      return switch (members.change(scope, known.id(), FieldUpdate.keep(), FieldUpdate.to(password.get()))) {
        case Changing.Changed _ -> done(request, Notice.MEMBER_PASSWORD_SET);
        case Changing.NoSuchMember() -> pages.notFound(request);
        case Changing.Oneself _,Changing.NoLongerOwner _ -> pages.forbidden(request);
      };
    });
  }

  @Post("/{member}/removal")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> remove(
      HttpRequest<?> request,
      @RequestAttribute(SessionFilter.STAFF) Staff staff,
      @RequestAttribute(SessionFilter.FORM) Form form,
      String member) {
    return withMember(request, staff, member, (scope, known) -> {
      if (form.field("confirmation").flatMap(Email::of).filter(known.email()::equals).isEmpty()) {
        return refused(request, known, "confirmation", "members.fault.confirmation");
      }
      return switch (members.remove(scope, known.id())) {
        case Changing.Changed _ -> done(request, Notice.MEMBER_REMOVED);
        case Changing.Oneself() -> refused(request, known, "confirmation", "members.fault.own-removal");
        case Changing.NoSuchMember() -> pages.notFound(request);
        case Changing.NoLongerOwner() -> pages.forbidden(request);
      };
    });
  }

  private HttpResponse<?> done(HttpRequest<?> request, Notice notice) {
    return pages.sendOn(request, Tab.MEMBERS.href(place(request)), notice);
  }

  private Optional<ChosenPassword> chosen(Form form, PasswordOwner owner, Map<String, String> faults) {
    return switch (passwords.choose(form.field("password").orElse(""), owner)) {
      case ChosenPassword chosen -> Optional.of(chosen);
      case PasswordFault fault -> {
        faults.put("password", FormErrors.key(fault));
        yield Optional.empty();
      }
    };
  }

  private HttpResponse<?> asOwner(
      HttpRequest<?> request, Staff staff, Function<TenantScope, HttpResponse<?>> use) {
    return switch (staff.manageMembers()) {
      case TenantScope scope -> use.apply(scope);
      case RoleTooLow _ -> pages.forbidden(request);
      case TenantSuspended() -> pages.suspended(request);
    };
  }

  private HttpResponse<?> withMember(
      HttpRequest<?> request,
      Staff staff,
      String member,
      BiFunction<TenantScope, Member, HttpResponse<?>> use) {
    return asOwner(
        request,
        staff,
        scope -> id(member).flatMap(id -> members.find(scope, id))
            .<HttpResponse<?>>map(known -> use.apply(scope, known))
            .orElseGet(() -> pages.notFound(request)));
  }

  private HttpResponse<?> listed(
      HttpStatus status,
      HttpRequest<?> request,
      TenantView view,
      OptionalLong start,
      Map<String, String> typed,
      FormErrors faults) {
    Page<Member> part = members.list(view, new PageRequest(PageRequest.HIGHEST_LIMIT, start));
    return pages.show(
        request,
        status,
        "member/members",
        new MembersPage(pages.frame(request, Tab.MEMBERS), part, start.isEmpty(), typed, faults));
  }

  private HttpResponse<?> refused(HttpRequest<?> request, Member member, String field, String text) {
    return shown(HttpStatus.UNPROCESSABLE_ENTITY, request, member, new FormErrors(Map.of(field, text)));
  }

  private HttpResponse<?> shown(HttpStatus status, HttpRequest<?> request, Member member, FormErrors faults) {
    return pages.show(request, status, "member/member",
        new MemberPage(pages.frame(request, Tab.MEMBERS), member, faults));
  }

  private static DashboardUrls place(HttpRequest<?> request) {
    return request.getAttribute(SessionFilter.PLACE, DashboardUrls.class).orElseThrow();
  }

  private static Optional<Role> role(String text) {
    return Arrays.stream(Role.values()).filter(role -> role.name().equals(text)).findFirst();
  }

  private static Optional<MemberId> id(String text) {
    return NUMBER.matcher(text).matches() ? Optional.of(new MemberId(Long.parseLong(text))) : Optional.empty();
  }
}
