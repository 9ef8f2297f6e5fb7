package dev.latchkey.adapters.dashboard.key;

import dev.latchkey.adapters.dashboard.frame.FormErrors;
import dev.latchkey.adapters.dashboard.frame.FormToken;
import dev.latchkey.adapters.dashboard.frame.Tab;
import dev.latchkey.adapters.dashboard.session.FramedPages;
import dev.latchkey.adapters.dashboard.session.StaffRequest;
import dev.latchkey.application.port.in.ForManagingCampaigns;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.key.ApiKey;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Renders the form that creates and changes keys, with the campaigns that can be selected. */
@Singleton
final class KeyForms {

  // More than a selection list is useful for; further campaigns can be named in rules.
  private static final int MOST_CAMPAIGNS = 1_000;

  private final ForManagingCampaigns campaigns;
  private final FramedPages pages;

  KeyForms(ForManagingCampaigns campaigns, FramedPages pages) {
    this.campaigns = campaigns;
    this.pages = pages;
  }

  HttpResponse<?> show(StaffRequest request, Optional<ApiKey> key, KeyFields fields, FormErrors faults) {
    List<Campaign> some = new ArrayList<>();
    OptionalLong before = OptionalLong.empty();
    do {
      Page<Campaign> part = campaigns.list(request.tenant(), new PageRequest(PageRequest.HIGHEST_LIMIT, before));
      some.addAll(part.items());
      before = part.next();
    } while (before.isPresent() && some.size() < MOST_CAMPAIGNS);
    KeyFormPage page = new KeyFormPage(
        pages.frame(request, Tab.API_KEYS), key, fields, faults, some, before.isPresent(), FormToken.fresh());
    return pages.show(request, faults, "key/key-form", page);
  }
}
