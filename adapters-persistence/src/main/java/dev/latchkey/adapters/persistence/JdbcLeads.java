package dev.latchkey.adapters.persistence;

import dev.latchkey.application.port.out.ForStoringLeads;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.CampaignScope;
import dev.latchkey.domain.lead.Lead;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Keeps leads. They are data and not rights: no audit event is written for them. */
@Singleton
final class JdbcLeads implements ForStoringLeads {

  private static final int ATTEMPTS = 3;

  private final Database database;
  private final LeadRepository leads;

  JdbcLeads(Database database, LeadRepository leads) {
    this.database = database;
    this.leads = leads;
  }

  @Override
  public Adding add(CampaignScope scope, Lead lead) {
    if (!lead.campaign().equals(scope.id())) {
      throw new IllegalArgumentException("The lead belongs to another campaign");
    }
    LeadRow row = LeadRow.from(lead);
    for (int attempt = 1;; attempt++) {
      try {
        return database.run(() -> {
          leads.save(row);
          return new Adding.Added();
        });
      } catch (IntegrityBroken refused) {
        // Acted first, looked now: a lead in the way is the answer, and one that went away meanwhile is no reason to fail.
        Optional<LeadRow> inTheWay = database
            .run(() -> leads.findByCampaignIdAndPhoneNumber(row.campaignId(), row.phoneNumber()));
        if (inTheWay.isPresent()) {
          return new Adding.Taken(inTheWay.get().toLead());
        }
        if (attempt == ATTEMPTS) {
          throw refused;
        }
      }
    }
  }

  @Override
  public Page<Lead> list(CampaignScope scope, PageRequest request) {
    long before = request.before().orElse(Long.MAX_VALUE);
    List<LeadRow> found = database.run(() -> leads.newest(scope.id().value(), before, request.limit() + 1));
    return Page.cut(found, request, LeadRow::id).map(LeadRow::toLead);
  }
}
