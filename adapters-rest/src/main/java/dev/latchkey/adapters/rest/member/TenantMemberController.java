package dev.latchkey.adapters.rest.member;

import dev.latchkey.adapters.rest.access.TenantGuard;
import dev.latchkey.adapters.rest.field.PageInput;
import dev.latchkey.adapters.rest.kit.answer.Listing;
import dev.latchkey.adapters.rest.kit.answer.Problem;
import dev.latchkey.adapters.rest.kit.answer.ProblemType;
import dev.latchkey.adapters.rest.kit.answer.Success;
import dev.latchkey.adapters.rest.kit.idempotency.Idempotency;
import dev.latchkey.adapters.rest.kit.input.JsonBody;
import dev.latchkey.adapters.rest.kit.input.Query;
import dev.latchkey.adapters.rest.kit.input.QueryNames;
import dev.latchkey.adapters.rest.kit.input.ResourceMembers;
import dev.latchkey.application.port.in.ForChoosingPasswords;
import dev.latchkey.application.port.in.ForManagingMembers;
import dev.latchkey.application.port.in.ForManagingMembers.Adding;
import dev.latchkey.application.port.in.ForManagingMembers.Changing;
import dev.latchkey.domain.access.Operator;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.id.PublicId;
import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.PasswordOwner;
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
import java.util.function.Function;

/**
 * Endpoints for the members of any tenant, for the operator. Returns 404 for an unknown tenant before reading the body.
 */
@Controller("/api/platform/v1/tenants/{tenant:[^/]+}/members")
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@Secured("operator")
@ExecuteOn(TaskExecutors.BLOCKING)
final class TenantMemberController {

  private final TenantGuard door;
  private final ForManagingMembers members;
  private final ForChoosingPasswords passwords;
  private final Idempotency once;
  private final JsonMapper mapper;

  TenantMemberController(
      TenantGuard door, ForManagingMembers members, ForChoosingPasswords passwords, Idempotency once,
      JsonMapper mapper) {
    this.door = door;
    this.members = members;
    this.passwords = passwords;
    this.once = once;
    this.mapper = mapper;
  }

  @Post
  HttpResponse<?> add(Operator operator, String tenant, HttpRequest<?> request) {
    return door.enter(
        operator,
        tenant,
        (known, scope) -> once.answer(
            request,
            json -> json
                .readStrictly(draft -> MemberInput.readDraft(draft, passwords, known.name()), MemberJson.NEW)
                .answer(draft -> toResponse(members.add(scope, draft.email(), draft.password(), draft.role())))));
  }

  @Get
  @QueryNames({"limit", "cursor"})
  HttpResponse<?> list(Operator operator, String tenant, HttpRequest<?> request) {
    return door.enter(
        operator,
        tenant,
        scope -> Query.of(request)
            .reading(query -> query.read(PageInput::read))
            .answer(page -> Listing.of(members.list(scope, page).map(MemberJson::of)).ok()));
  }

  @Get("/{member:[^/]+}")
  HttpResponse<?> find(Operator operator, String tenant, String member) {
    return door.enter(operator, tenant, scope -> answer(lookUp(scope, member), TenantMemberController::shown));
  }

  @Patch("/{member:[^/]+}")
  HttpResponse<?> change(Operator operator, String tenant, String member, HttpRequest<?> request) {
    return door.enter(
        operator,
        tenant,
        (owner, scope) -> answer(
            lookUp(scope, member),
            current -> JsonBody.of(request)
                .reading(
                    json -> json.readStrictly(
                        change -> MemberInput.readChange(change, passwords, PasswordOwner.of(current, owner)),
                        stored(current)))
                .answer(change -> answer(change(scope, current, change), TenantMemberController::shown))));
  }

  @Delete("/{member:[^/]+}")
  HttpResponse<?> remove(Operator operator, String tenant, String member) {
    return door.enter(
        operator,
        tenant,
        scope -> answer(
            PublicId.member(member).flatMap(id -> changed(members.remove(scope, id))),
            _ -> HttpResponse.noContent()));
  }

  private ResourceMembers stored(Member member) {
    return ResourceMembers.stored(mapper, MemberJson.of(member));
  }

  private Optional<Member> lookUp(TenantScope scope, String member) {
    return PublicId.member(member).flatMap(id -> members.find(scope, id));
  }

  private Optional<Member> change(TenantScope scope, Member member, MemberInput.Change change) {
    return changed(members.change(scope, member.id(), change.role(), change.password()));
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

  private static HttpResponse<?> answer(Optional<Member> member, Function<Member, HttpResponse<?>> use) {
    return member.<HttpResponse<?>>map(use)
        .orElseGet(() -> Problem.of(ProblemType.MEMBER_NOT_FOUND).response());
  }

  private static HttpResponse<?> shown(Member member) {
    return Success.of(MemberJson.of(member)).ok();
  }
}
