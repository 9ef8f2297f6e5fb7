package dev.latchkey.adapters.dashboard;

import dev.latchkey.adapters.dashboard.view.FormFaults;
import dev.latchkey.adapters.dashboard.view.MemberPage;
import dev.latchkey.adapters.dashboard.view.MembersPage;
import dev.latchkey.adapters.dashboard.view.Notice;
import dev.latchkey.adapters.dashboard.view.Place;
import dev.latchkey.adapters.dashboard.view.Tab;
import dev.latchkey.application.port.in.ForManagingMembers;
import dev.latchkey.application.port.in.ForManagingMembers.Adding;
import dev.latchkey.domain.Edit;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.RoleTooLow;
import dev.latchkey.domain.access.Staff;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.tenant.Email;
import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.Password;
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

/** The people who work for the tenant, for its owners to manage. */
@Controller("/{locale:en|de}/{tenant}/settings/members")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class MemberPages {

  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

  private final ForManagingMembers members;
  private final FramedPages pages;

  MemberPages(ForManagingMembers members, FramedPages pages) {
    this.members = members;
    this.pages = pages;
  }

  /** @param before where this part of the list starts; absent: with the newest member */
  @Get
  HttpResponse<?> list(
      HttpRequest<?> request, @RequestAttribute(Door.STAFF) Staff staff, @QueryValue @Nullable Long before) {
    OptionalLong start = before == null ? OptionalLong.empty() : OptionalLong.of(before);
    return asOwner(
        request, staff, scope -> listed(HttpStatus.OK, request, scope, start, Map.of(), FormFaults.NONE));
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> add(
      HttpRequest<?> request,
      @RequestAttribute(Door.STAFF) Staff staff,
      @RequestAttribute(Door.FORM) Form form) {
    return asOwner(request, staff, scope -> {
      String typed = form.field("email").orElse("");
      Optional<Email> email = Email.of(typed);
      Optional<Password> password = form.field("password").flatMap(Password::chosen);
      Optional<Role> role = form.field("role").flatMap(MemberPages::role);
      Map<String, String> faults = new HashMap<>();
      if (email.isEmpty()) {
        faults.put("email", "members.fault.email");
      }
      if (password.isEmpty()) {
        faults.put("password", "members.fault.password");
      }
      if (role.isEmpty()) {
        faults.put("role", "members.fault.role");
      }
      if (faults.isEmpty()) {
        switch (members.add(scope, email.orElseThrow(), password.orElseThrow(), role.orElseThrow())) {
          case Adding.Added _ -> {
            return pages.sendOn(Tab.MEMBERS.href(place(request)), Notice.MEMBER_ADDED);
          }
          case Adding.EmailTaken() -> faults.put("email", "members.fault.taken");
        }
      }
      Map<String, String> kept = Map.of("email", typed, "role", role.map(Role::name).orElse(""));
      return listed(
          HttpStatus.UNPROCESSABLE_ENTITY, request, scope, OptionalLong.empty(), kept, new FormFaults(faults));
    });
  }

  @Get("/{member}")
  HttpResponse<?> show(
      HttpRequest<?> request, @RequestAttribute(Door.STAFF) Staff staff, String member) {
    return over(request, staff, member, (_, known) -> shown(HttpStatus.OK, request, known, FormFaults.NONE));
  }

  @Post("/{member}/role")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> changeRole(
      HttpRequest<?> request,
      @RequestAttribute(Door.STAFF) Staff staff,
      @RequestAttribute(Door.FORM) Form form,
      String member) {
    return over(request, staff, member, (scope, known) -> {
      Optional<Role> role = form.field("role").flatMap(MemberPages::role);
      if (role.isEmpty() || isSelf(staff, known)) {
        return refused(request, known, "role", role.isEmpty() ? "members.fault.role" : "members.fault.own-role");
      }
      return done(
          request, members.change(scope, known.id(), Edit.to(role.get()), Edit.keep()), Notice.MEMBER_ROLE_CHANGED);
    });
  }

  @Post("/{member}/password")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> resetPassword(
      HttpRequest<?> request,
      @RequestAttribute(Door.STAFF) Staff staff,
      @RequestAttribute(Door.FORM) Form form,
      String member) {
    return over(request, staff, member, (scope, known) -> {
      Optional<Password> password = form.field("password").flatMap(Password::chosen);
      if (password.isEmpty()) {
        return refused(request, known, "password", "members.fault.password");
      }
      return done(
          request, members.change(scope, known.id(), Edit.keep(), Edit.to(password.get())), Notice.MEMBER_PASSWORD_SET);
    });
  }

  @Post("/{member}/removal")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> remove(
      HttpRequest<?> request,
      @RequestAttribute(Door.STAFF) Staff staff,
      @RequestAttribute(Door.FORM) Form form,
      String member) {
    return over(request, staff, member, (scope, known) -> {
      if (isSelf(staff, known)) {
        return refused(request, known, "confirmation", "members.fault.own-removal");
      }
      if (form.field("confirmation").flatMap(Email::of).filter(known.email()::equals).isEmpty()) {
        return refused(request, known, "confirmation", "members.fault.confirmation");
      }
      return done(request, members.remove(scope, known.id()), Notice.MEMBER_REMOVED);
    });
  }

  private HttpResponse<?> done(HttpRequest<?> request, Optional<Member> member, Notice notice) {
    return member.isPresent() ? pages.sendOn(Tab.MEMBERS.href(place(request)), notice) : pages.gone(request);
  }

  private HttpResponse<?> asOwner(
      HttpRequest<?> request, Staff staff, Function<TenantScope, HttpResponse<?>> use) {
    return switch (staff.manageMembers()) {
      case TenantScope scope -> use.apply(scope);
      case RoleTooLow _ -> pages.forbidden(request);
    };
  }

  private HttpResponse<?> over(
      HttpRequest<?> request,
      Staff staff,
      String member,
      BiFunction<TenantScope, Member, HttpResponse<?>> use) {
    return asOwner(
        request,
        staff,
        scope -> id(member).flatMap(id -> members.find(scope, id))
            .<HttpResponse<?>>map(known -> use.apply(scope, known))
            .orElseGet(() -> pages.gone(request)));
  }

  private HttpResponse<?> listed(
      HttpStatus status,
      HttpRequest<?> request,
      TenantScope scope,
      OptionalLong start,
      Map<String, String> typed,
      FormFaults faults) {
    Page<Member> part = members.list(scope, new PageRequest(PageRequest.HIGHEST_LIMIT, start));
    return pages.show(
        status,
        "members",
        new MembersPage(pages.frame(request, Tab.MEMBERS), part, start.isEmpty(), typed, faults));
  }

  private HttpResponse<?> refused(HttpRequest<?> request, Member member, String field, String text) {
    return shown(HttpStatus.UNPROCESSABLE_ENTITY, request, member, new FormFaults(Map.of(field, text)));
  }

  private HttpResponse<?> shown(HttpStatus status, HttpRequest<?> request, Member member, FormFaults faults) {
    return pages.show(status, "member", new MemberPage(pages.frame(request, Tab.MEMBERS), member, faults));
  }

  private static Place place(HttpRequest<?> request) {
    return request.getAttribute(Door.PLACE, Place.class).orElseThrow();
  }

  private static boolean isSelf(Staff staff, Member member) {
    return staff.member().id().equals(member.id());
  }

  private static Optional<Role> role(String text) {
    return Arrays.stream(Role.values()).filter(role -> role.name().equals(text)).findFirst();
  }

  private static Optional<MemberId> id(String text) {
    return NUMBER.matcher(text).matches() ? Optional.of(new MemberId(Long.parseLong(text))) : Optional.empty();
  }
}
