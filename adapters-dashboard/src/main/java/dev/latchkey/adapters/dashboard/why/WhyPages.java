package dev.latchkey.adapters.dashboard.why;

import dev.latchkey.adapters.dashboard.frame.FormErrors;
import dev.latchkey.adapters.dashboard.frame.Tab;
import dev.latchkey.adapters.dashboard.session.FramedPages;
import dev.latchkey.adapters.dashboard.session.StaffRequest;
import dev.latchkey.adapters.dashboard.session.StaffRight;
import dev.latchkey.application.port.in.ForCheckingAccess;
import dev.latchkey.application.port.in.ForCheckingAccess.Supposition;
import dev.latchkey.application.port.in.ForManagingCampaigns;
import dev.latchkey.application.port.in.ForManagingKeys;
import dev.latchkey.application.port.in.ForRecallingRefusals;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.TenantView;
import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.KeyFilter;
import dev.latchkey.domain.key.format.KeyFormat;
import dev.latchkey.domain.key.format.MaskedKey;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Explains why a request was or would be refused, for members who may inspect keys. */
@Controller(value = "/{locale:en|de}/{tenant}/settings/why", produces = MediaType.TEXT_HTML, consumes = MediaType.APPLICATION_FORM_URLENCODED)
@Secured(StaffRight.INSPECT_KEYS)
@ExecuteOn(TaskExecutors.BLOCKING)
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
  HttpResponse<?> form(StaffRequest request) {
    return show(request, WhyQuestion.BLANK, new FormErrors(request.language()), Optional.empty());
  }

  @Post
  HttpResponse<?> ask(StaffRequest request) {
    return switch (WhyForm.read(request.form(), request.language())) {
      case WhyForm.Invalid(WhyQuestion typed, FormErrors faults) -> show(request, typed, faults, Optional.empty());
      case WhyForm.Valid asked -> answer(request, asked);
    };
  }

  private HttpResponse<?> answer(StaffRequest request, WhyForm.Valid asked) {
    TenantView tenant = request.tenant();
    return switch (asked.pasted()) {
      case PastedSubject.Malformed(String reason) -> show(request, asked, "", new WhyAnswer.Malformed(reason));
      case PastedSubject.Key(KeyId id) -> show(request, asked, KeyFormat.handle(id), ofKey(tenant, asked, id));
      case PastedSubject.Masked(MaskedKey mask) -> {
        Optional<WhyAnswer> known = masked(tenant, mask).map(key -> ofKey(tenant, asked, key.id()));
        yield show(request, asked, mask.value(), known.orElse(new WhyAnswer.Unknown()));
      }
      case PastedSubject.Name(String text, Optional<KeyId> handle) -> {
        Optional<WhyAnswer> known = handle.flatMap(id -> explained(tenant, asked.about(id)))
            .or(() -> refusals.recall(tenant, text)
                .map(noted -> new WhyAnswer.Noted(noted, access.explain(tenant, noted.request()))));
        // An unknown text may be part of a secret, so it is not shown again.
        yield show(request, asked, known.isPresent() ? text : "", known.orElse(new WhyAnswer.Unknown()));
      }
    };
  }

  private WhyAnswer ofKey(TenantView tenant, WhyForm.Valid asked, KeyId id) {
    return explained(tenant, asked.about(id)).orElse(new WhyAnswer.Unknown());
  }

  private Optional<WhyAnswer> explained(TenantView tenant, Supposition supposed) {
    return keys.find(tenant, supposed.key()).flatMap(
        key -> access.explain(tenant, supposed)
            .map(explanation -> new WhyAnswer.Explained(key.masked(), explanation)));
  }

  private Optional<ApiKey> masked(TenantView tenant, MaskedKey mask) {
    OptionalLong before = OptionalLong.empty();
    do {
      Page<ApiKey> part = keys.list(tenant, KeyFilter.ALL, new PageRequest(PageRequest.HIGHEST_LIMIT, before));
      Optional<ApiKey> found = part.items().stream().filter(key -> key.masked().equals(mask)).findFirst();
      if (found.isPresent()) {
        return found;
      }
      before = part.next();
    } while (before.isPresent());
    return Optional.empty();
  }

  private HttpResponse<?> show(StaffRequest request, WhyForm.Valid asked, String subject, WhyAnswer answer) {
    return show(request, asked.typed().about(subject), new FormErrors(request.language()), Optional.of(answer));
  }

  private HttpResponse<?> show(
      StaffRequest request, WhyQuestion question, FormErrors faults, Optional<WhyAnswer> answer) {
    List<Campaign> newest = campaigns.list(request.tenant(), PageRequest.first(PageRequest.HIGHEST_LIMIT)).items();
    WhyPage page = new WhyPage(pages.frame(request, Tab.WHY), question, faults, answer, newest);
    return pages.show(request, faults, "why/why", page);
  }
}
