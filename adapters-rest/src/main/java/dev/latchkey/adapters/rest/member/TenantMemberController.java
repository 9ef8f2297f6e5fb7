package dev.latchkey.adapters.rest.member;

import dev.latchkey.adapters.rest.access.TenantGuard;
import dev.latchkey.adapters.rest.field.PageInput;
import dev.latchkey.adapters.rest.field.PageResponse;
import dev.latchkey.adapters.rest.field.StoredMembers;
import dev.latchkey.adapters.rest.idempotency.Idempotency;
import dev.latchkey.adapters.rest.kit.answer.Problem;
import dev.latchkey.adapters.rest.kit.answer.ProblemType;
import dev.latchkey.adapters.rest.kit.answer.Success;
import dev.latchkey.adapters.rest.kit.input.Input;
import dev.latchkey.adapters.rest.kit.input.JsonBody;
import dev.latchkey.adapters.rest.kit.input.Query;
import dev.latchkey.adapters.rest.kit.input.QueryNames;
import dev.latchkey.adapters.rest.kit.input.ResourceMembers;
import dev.latchkey.application.port.in.ForChoosingPasswords;
import dev.latchkey.application.port.in.ForManagingMembers;
import dev.latchkey.application.port.in.ForManagingMembers.Adding;
import dev.latchkey.application.port.in.ForManagingMembers.Changing;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.Operator;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.id.PublicId;
import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.PasswordOwner;
import dev.latchkey.domain.tenant.Tenant;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.json.JsonMapper;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.util.Optional;

/**
 * Endpoints for the members of any tenant, for the operator. Returns 404 for an unknown tenant before reading the body.
 */
@Controller("/api/platform/v1/tenants/{tenant:[^/]+}/members")
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@Secured("operator")
@ExecuteOn(TaskExecutors.BLOCKING)
final class TenantMemberController {

  private final TenantGuard tenants;
  private final ForManagingMembers members;
  private final ForChoosingPasswords passwords;
  private final Idempotency idempotency;
  private final JsonMapper mapper;

  TenantMemberController(
      TenantGuard tenants, ForManagingMembers members, ForChoosingPasswords passwords, Idempotency idempotency,
      JsonMapper mapper) {
    this.tenants = tenants;
    this.members = members;
    this.passwords = passwords;
    this.idempotency = idempotency;
    this.mapper = mapper;
  }

  @Post
  HttpResponse<?> add(Operator operator, String tenant, HttpRequest<?> request) {
    return switch (tenants.find(operator, tenant)) {
      case Input.Unusable(Problem problem) -> problem.response();
      case Input.Usable(Tenant known) ->
        idempotency.answer(request, body -> add(operator.enter(known), known.name(), body));
    };
  }

  private HttpResponse<?> add(TenantScope scope, Name tenant, JsonBody body) {
    return switch (body.readStrictly(draft -> MemberInput.readDraft(draft, passwords, tenant), MemberJson.NEW)) {
      case Input.Unusable(Problem problem) -> problem.response();
      case Input.Usable(MemberInput.Draft draft) ->
        toResponse(members.add(scope, draft.email(), draft.password(), draft.role()));
    };
  }

  @Get
  @QueryNames({"limit", "cursor"})
  HttpResponse<?> list(Operator operator, String tenant, HttpRequest<?> request) {
    return switch (tenants.find(operator, tenant)) {
      case Input.Unusable(Problem problem) -> problem.response();
      case Input.Usable(Tenant known) -> list(operator.enter(known), request);
    };
  }

  private HttpResponse<?> list(TenantScope scope, HttpRequest<?> request) {
    return switch (Query.read(request, PageInput::read)) {
      case Input.Unusable(Problem problem) -> problem.response();
      case Input.Usable(PageRequest page) -> PageResponse.of(members.list(scope, page).map(MemberJson::of));
    };
  }

  @Get("/{member:[^/]+}")
  HttpResponse<?> find(Operator operator, String tenant, String member) {
    return switch (tenants.find(operator, tenant)) {
      case Input.Unusable(Problem problem) -> problem.response();
      case Input.Usable(Tenant known) -> toResponse(lookUp(operator.enter(known), member));
    };
  }

  @Patch("/{member:[^/]+}")
  HttpResponse<?> change(Operator operator, String tenant, String member, HttpRequest<?> request) {
    return switch (tenants.find(operator, tenant)) {
      case Input.Unusable(Problem problem) -> problem.response();
      case Input.Usable(Tenant known) -> change(operator.enter(known), known, member, request);
    };
  }

  private HttpResponse<?> change(TenantScope scope, Tenant tenant, String member, HttpRequest<?> request) {
    Optional<Member> current = lookUp(scope, member);
    if (current.isEmpty()) {
      return unknown();
    }
    PasswordOwner owner = PasswordOwner.of(current.get(), tenant);
    ResourceMembers stored = StoredMembers.of(mapper, MemberJson.of(current.get()));
    return switch (JsonBody.readStrictly(
        request, change -> MemberInput.readChange(change, passwords, owner), stored)) {
      case Input.Unusable(Problem problem) -> problem.response();
      case Input.Usable(MemberInput.Change change) ->
        toResponse(changed(members.change(scope, current.get().id(), change.role(), change.password())));
    };
  }

  @Delete("/{member:[^/]+}")
  HttpResponse<?> remove(Operator operator, String tenant, String member) {
    return switch (tenants.find(operator, tenant)) {
      case Input.Unusable(Problem problem) -> problem.response();
      case Input.Usable(Tenant known) -> remove(operator.enter(known), member);
    };
  }

  private HttpResponse<?> remove(TenantScope scope, String member) {
    Optional<Member> removed = PublicId.member(member).flatMap(id -> changed(members.remove(scope, id)));
    return removed.isPresent() ? HttpResponse.noContent() : unknown();
  }

  private Optional<Member> lookUp(TenantScope scope, String member) {
    return PublicId.member(member).flatMap(id -> members.find(scope, id));
  }

  private static Optional<Member> changed(Changing outcome) {
    return switch (outcome) {
      case Changing.Changed(Member member) -> Optional.of(member);
      case Changing.NoSuchMember() -> Optional.empty();
      case Changing.Oneself _,Changing.NoLongerOwner _ ->
        throw new IllegalStateException("The operator is no member: " + outcome);
    };
  }

  private static HttpResponse<?> toResponse(Adding outcome) {
    return switch (outcome) {
      case Adding.Added(Member member) -> Success.of(MemberJson.of(member)).created();
      case Adding.EmailTaken() -> Problem.of(ProblemType.MEMBER_EXISTS).response();
    };
  }

  private static HttpResponse<?> toResponse(Optional<Member> member) {
    return member.isPresent() ? Success.of(MemberJson.of(member.get())).ok() : unknown();
  }

  private static HttpResponse<?> unknown() {
    return Problem.of(ProblemType.MEMBER_NOT_FOUND).response();
  }
}
