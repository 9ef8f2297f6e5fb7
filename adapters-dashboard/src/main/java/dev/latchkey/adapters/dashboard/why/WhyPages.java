package dev.latchkey.adapters.dashboard.why;

import dev.latchkey.adapters.dashboard.frame.Form;
import dev.latchkey.adapters.dashboard.frame.FormErrors;
import dev.latchkey.adapters.dashboard.frame.Frame;
import dev.latchkey.adapters.dashboard.frame.Tab;
import dev.latchkey.adapters.dashboard.session.FramedPages;
import dev.latchkey.adapters.dashboard.session.SessionFilter;
import dev.latchkey.application.port.in.ForCheckingAccess;
import dev.latchkey.application.port.in.ForCheckingAccess.Supposition;
import dev.latchkey.application.port.in.ForManagingCampaigns;
import dev.latchkey.application.port.in.ForManagingKeys;
import dev.latchkey.application.port.in.ForRecallingRefusals;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.NotedRefusal;
import dev.latchkey.domain.access.RoleTooLow;
import dev.latchkey.domain.access.Staff;
import dev.latchkey.domain.access.TenantView;
import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.KeyFault;
import dev.latchkey.domain.key.KeyFilter;
import dev.latchkey.domain.key.KeyFormat;
import dev.latchkey.domain.key.MaskedKey;
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
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Explains why a request was or would be refused, for members who may inspect keys. */
@Controller("/{locale:en|de}/{tenant}/settings/why")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class WhyPages {

  private final ForCheckingAccess access;
  private final ForRecallingRefusals refusals;
  private final ForManagingKeys keys;
  private final ForManagingCampaigns campaigns;
  private final FramedPages pages;

  WhyPages(
      ForCheckingAccess access,
      ForRecallingRefusals refusals,
      ForManagingKeys keys,
      ForManagingCampaigns campaigns,
      FramedPages pages) {
    this.access = access;
    this.refusals = refusals;
    this.keys = keys;
    this.campaigns = campaigns;
    this.pages = pages;
  }

  @Get
  HttpResponse<?> form(HttpRequest<?> request, @RequestAttribute(SessionFilter.STAFF) Staff staff) {
    return switch (staff.inspectKeys()) {
      case RoleTooLow _ -> pages.forbidden(request);
      case TenantView _ -> show(HttpStatus.OK, request, WhyQuestion.BLANK, FormErrors.NONE, Optional.empty());
    };
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> ask(
      HttpRequest<?> request,
      @RequestAttribute(SessionFilter.STAFF) Staff staff,
      @RequestAttribute(SessionFilter.FORM) Form form) {
    return switch (staff.inspectKeys()) {
      case RoleTooLow _ -> pages.forbidden(request);
      case TenantView scope -> answer(request, scope, form);
    };
  }

  private HttpResponse<?> answer(HttpRequest<?> request, TenantView scope, Form form) {
    WhyForm asked = WhyForm.read(form);
    if (asked.faults().any()) {
      return show(HttpStatus.UNPROCESSABLE_ENTITY, request, asked.shown(""), asked.faults(), Optional.empty());
    }
    return switch (asked.pasted()) {
      case PastedSubject.Nothing() ->
        show(HttpStatus.UNPROCESSABLE_ENTITY, request, asked.shown(""), asked.faults(), Optional.empty());
      case PastedSubject.Malformed(KeyFault fault) -> toResponse(request, asked, "", new WhyAnswer.Malformed(fault));
      case PastedSubject.Spaced() -> toResponse(request, asked, "", new WhyAnswer.Spaced());
      case PastedSubject.Wrapped() -> toResponse(request, asked, "", new WhyAnswer.Wrapped());
      case PastedSubject.Key(KeyId id) -> toResponse(request, asked, KeyFormat.handle(id), ofKey(scope, asked, id));
      case PastedSubject.Masked(MaskedKey mask) ->
        toResponse(
            request,
            asked,
            mask.value(),
            masked(scope, mask).map(key -> ofKey(scope, asked, key.id())).orElse(new WhyAnswer.Unknown()));
      case PastedSubject.Name(String text, Optional<KeyId> handle) -> {
        Optional<WhyAnswer> known = handle.flatMap(id -> explained(scope, asked.about(id)))
            .or(() -> refusals.recall(scope, text).map(noted -> ofRequest(scope, noted)));
        // An unknown text may be part of a secret, so it is not shown again.
        yield toResponse(request, asked, known.isPresent() ? text : "", known.orElse(new WhyAnswer.Unknown()));
      }
    };
  }

  private WhyAnswer ofKey(TenantView scope, WhyForm asked, KeyId id) {
    return explained(scope, asked.about(id)).orElse(new WhyAnswer.Unknown());
  }

  private WhyAnswer ofRequest(TenantView scope, NotedRefusal noted) {
    return new WhyAnswer.Noted(noted, access.explain(scope, noted.request()));
  }

  private Optional<WhyAnswer> explained(TenantView scope, Supposition supposed) {
    return keys.find(scope, supposed.key()).flatMap(
        key -> access.explain(scope, supposed)
            .map(explanation -> new WhyAnswer.Explained(key.masked(), explanation)));
  }

  private Optional<ApiKey> masked(TenantView scope, MaskedKey mask) {
    OptionalLong before = OptionalLong.empty();
    do {
      Page<ApiKey> part = keys.list(scope, KeyFilter.ALL, new PageRequest(PageRequest.HIGHEST_LIMIT, before));
      Optional<ApiKey> found = part.items().stream().filter(key -> key.masked().equals(mask)).findFirst();
      if (found.isPresent()) {
        return found;
      }
      before = part.next();
    } while (before.isPresent());
    return Optional.empty();
  }

  private HttpResponse<?> toResponse(HttpRequest<?> request, WhyForm asked, String subject, WhyAnswer answer) {
    return show(HttpStatus.OK, request, asked.shown(subject), FormErrors.NONE, Optional.of(answer));
  }

  private HttpResponse<?> show(
      HttpStatus status,
      HttpRequest<?> request,
      WhyQuestion question,
      FormErrors faults,
      Optional<WhyAnswer> answer) {
    Frame frame = pages.frame(request, Tab.WHY);
    List<Campaign> newest = campaigns.list(frame.staff().enter(), PageRequest.first(PageRequest.HIGHEST_LIMIT)).items();
    return pages.show(request, status, "why/why", new WhyPage(frame, question, faults, answer, newest));
  }
}
