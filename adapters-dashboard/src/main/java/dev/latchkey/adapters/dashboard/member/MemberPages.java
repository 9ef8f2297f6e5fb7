package dev.latchkey.adapters.dashboard.member;

import dev.latchkey.adapters.dashboard.frame.FormErrors;
import dev.latchkey.adapters.dashboard.frame.Notice;
import dev.latchkey.adapters.dashboard.frame.PageRefusal;
import dev.latchkey.adapters.dashboard.frame.Tab;
import dev.latchkey.adapters.dashboard.session.FramedPages;
import dev.latchkey.adapters.dashboard.session.StaffRequest;
import dev.latchkey.adapters.dashboard.session.StaffRight;
import dev.latchkey.application.port.in.ForChoosingPasswords;
import dev.latchkey.application.port.in.ForManagingMembers;
import dev.latchkey.application.port.in.ForManagingMembers.Adding;
import dev.latchkey.application.port.in.ForManagingMembers.Changing;
import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.tenant.ChosenPassword;
import dev.latchkey.domain.tenant.Email;
import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.PasswordFault;
import dev.latchkey.domain.tenant.PasswordOwner;
import dev.latchkey.domain.tenant.Role;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Manages the members of a tenant, for its owners. */
@Controller(value = "/{locale:en|de}/{tenant}/settings/members", produces = MediaType.TEXT_HTML, consumes = MediaType.APPLICATION_FORM_URLENCODED)
@ExecuteOn(TaskExecutors.BLOCKING)
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
  @Secured(StaffRight.INSPECT_MEMBERS)
  HttpResponse<?> list(StaffRequest request, @QueryValue @Nullable Long before) {
    OptionalLong start = before == null ? OptionalLong.empty() : OptionalLong.of(before);
    return list(request, start, Map.of(), new FormErrors(request.language()));
  }

  @Post
  @Secured(StaffRight.MANAGE_MEMBERS)
  HttpResponse<?> add(StaffRequest request) {
    FormErrors faults = new FormErrors(request.language());
    String typed = request.form().field("email").orElse("");
    Optional<Email> email = faults.require("email", Email.ofNew(typed), "members.fault.email");
    PasswordOwner owner = new PasswordOwner(email, Optional.of(request.staff().tenant().name()));
    Optional<ChosenPassword> password = password(request, owner, faults);
    Optional<Role> role = role(request, faults);
    Map<String, String> kept = Map.of("email", typed, "role", role.map(Role::name).orElse(""));
    if (faults.any()) {
      return list(request, OptionalLong.empty(), kept, faults);
    }
    return switch (members.add(request.scope(), email.orElseThrow(), password.orElseThrow(), role.orElseThrow())) {
      case Adding.Added _ -> done(request, Notice.MEMBER_ADDED);
      case Adding.EmailTaken() ->
        list(request, OptionalLong.empty(), kept, faults.add("email", "members.fault.taken"));
    };
  }

  @Get("/{member}")
  @Secured(StaffRight.MANAGE_MEMBERS)
  HttpResponse<?> show(StaffRequest request, String member) {
    return find(request, member)
        .<HttpResponse<?>>map(known -> show(request, known, new FormErrors(request.language())))
        .orElseGet(() -> pages.refuse(request, PageRefusal.GONE));
  }

  @Post("/{member}/role")
  @Secured(StaffRight.MANAGE_MEMBERS)
  HttpResponse<?> changeRole(StaffRequest request, String member) {
    Optional<Member> known = find(request, member);
    if (known.isEmpty()) {
      return pages.refuse(request, PageRefusal.GONE);
    }
    FormErrors faults = new FormErrors(request.language());
    Optional<Role> role = role(request, faults);
    if (role.isEmpty()) {
      return show(request, known.get(), faults);
    }
    return switch (members.change(
        request.scope(), known.get().id(), FieldUpdate.to(role.get()), FieldUpdate.keep())) {
      case Changing.Changed _ -> done(request, Notice.MEMBER_ROLE_CHANGED);
      case Changing.Oneself() -> show(request, known.get(), faults.add("role", "members.fault.own-role"));
      case Changing.NoSuchMember() -> pages.refuse(request, PageRefusal.GONE);
      case Changing.NoLongerOwner() -> pages.refuse(request, PageRefusal.FORBIDDEN);
    };
  }

  @Post("/{member}/password")
  @Secured(StaffRight.MANAGE_MEMBERS)
  HttpResponse<?> resetPassword(StaffRequest request, String member) {
    Optional<Member> known = find(request, member);
    if (known.isEmpty()) {
      return pages.refuse(request, PageRefusal.GONE);
    }
    FormErrors faults = new FormErrors(request.language());
    PasswordOwner owner = PasswordOwner.of(known.get(), request.staff().tenant());
    Optional<ChosenPassword> password = password(request, owner, faults);
    if (password.isEmpty()) {
      return show(request, known.get(), faults);
    }
    return switch (members.change(
        request.scope(), known.get().id(), FieldUpdate.keep(), FieldUpdate.to(password.get()))) {
      case Changing.Changed _ -> done(request, Notice.MEMBER_PASSWORD_SET);
      case Changing.NoSuchMember() -> pages.refuse(request, PageRefusal.GONE);
      case Changing.Oneself _,Changing.NoLongerOwner _ -> pages.refuse(request, PageRefusal.FORBIDDEN);
    };
  }

  @Post("/{member}/removal")
  @Secured(StaffRight.MANAGE_MEMBERS)
  HttpResponse<?> remove(StaffRequest request, String member) {
    Optional<Member> known = find(request, member);
    if (known.isEmpty()) {
      return pages.refuse(request, PageRefusal.GONE);
    }
    FormErrors faults = new FormErrors(request.language());
    if (request.form().field("confirmation").flatMap(Email::of).filter(known.get().email()::equals).isEmpty()) {
      return show(request, known.get(), faults.add("confirmation", "members.fault.confirmation"));
    }
    return switch (members.remove(request.scope(), known.get().id())) {
      case Changing.Changed _ -> done(request, Notice.MEMBER_REMOVED);
      case Changing.Oneself() -> show(request, known.get(), faults.add("confirmation", "members.fault.own-removal"));
      case Changing.NoSuchMember() -> pages.refuse(request, PageRefusal.GONE);
      case Changing.NoLongerOwner() -> pages.refuse(request, PageRefusal.FORBIDDEN);
    };
  }

  private HttpResponse<?> done(StaffRequest request, Notice notice) {
    return pages.sendOn(request, Tab.MEMBERS.href(request.place()), notice);
  }

  private Optional<ChosenPassword> password(StaffRequest request, PasswordOwner owner, FormErrors faults) {
    return switch (passwords.choose(request.form().field("password").orElse(""), owner)) {
      case ChosenPassword chosen -> Optional.of(chosen);
      case PasswordFault fault -> {
        faults.add("password", fault);
        yield Optional.empty();
      }
    };
  }

  private static Optional<Role> role(StaffRequest request, FormErrors faults) {
    return faults.require("role", request.form().constant("role", Role.values()), "members.fault.role");
  }

  private Optional<Member> find(StaffRequest request, String id) {
    return NUMBER.matcher(id).matches()
        ? members.find(request.tenant(), new MemberId(Long.parseLong(id)))
        : Optional.empty();
  }

  private HttpResponse<?> list(
      StaffRequest request, OptionalLong start, Map<String, String> typed, FormErrors faults) {
    Page<Member> part = members.list(request.tenant(), new PageRequest(PageRequest.HIGHEST_LIMIT, start));
    MembersPage page = new MembersPage(pages.frame(request, Tab.MEMBERS), part, start.isEmpty(), typed, faults);
    return pages.show(request, faults, "member/members", page);
  }

  private HttpResponse<?> show(StaffRequest request, Member member, FormErrors faults) {
    MemberPage page = new MemberPage(pages.frame(request, Tab.MEMBERS), member, faults);
    return pages.show(request, faults, "member/member", page);
  }
}
