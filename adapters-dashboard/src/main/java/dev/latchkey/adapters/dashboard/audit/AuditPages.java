package dev.latchkey.adapters.dashboard.audit;

import dev.latchkey.adapters.dashboard.frame.Tab;
import dev.latchkey.adapters.dashboard.session.FramedPages;
import dev.latchkey.adapters.dashboard.session.StaffRequest;
import dev.latchkey.adapters.dashboard.session.StaffRight;
import dev.latchkey.application.port.in.ForManagingMembers;
import dev.latchkey.application.port.in.ForReadingTheAudit;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.TenantView;
import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.AuditFilter;
import dev.latchkey.domain.audit.ChainLink;
import dev.latchkey.domain.id.MemberId;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Shows the audit trail to every member of the tenant. */
@Controller(value = "/{locale:en|de}/{tenant}/settings/audit", produces = MediaType.TEXT_HTML)
@Secured(StaffRight.ANY)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AuditPages {

  private static final int EVENTS = 50;

  private final ForReadingTheAudit audit;
  private final ForManagingMembers members;
  private final FramedPages pages;

  AuditPages(ForReadingTheAudit audit, ForManagingMembers members, FramedPages pages) {
    this.audit = audit;
    this.members = members;
    this.pages = pages;
  }

  /**
   * Shows a page of the trail.
   *
   * @param before the exclusive upper bound of the page; absent: starts with the newest event
   */
  @Get
  HttpResponse<?> list(StaffRequest request, @QueryValue @Nullable Long before) {
    OptionalLong start = before == null ? OptionalLong.empty() : OptionalLong.of(before);
    Page<ChainLink> part = audit.list(request.tenant(), AuditFilter.ALL, new PageRequest(EVENTS, start));
    AuditPage page = new AuditPage(
        pages.frame(request, Tab.AUDIT), part, start.isEmpty(), emails(request.tenant(), part));
    return pages.show(request, "audit/audit", page);
  }

  private Map<MemberId, String> emails(TenantView tenant, Page<ChainLink> part) {
    Map<MemberId, String> emails = new HashMap<>();
    for (ChainLink link : part.items()) {
      if (link instanceof ChainLink.Whole(AuditEvent event, _)
          && event.entry().actor() instanceof Actor.Staff(MemberId member)
          && !emails.containsKey(member)) {
        members.find(tenant, member).ifPresent(known -> emails.put(member, known.email().value()));
      }
    }
    return emails;
  }
}
