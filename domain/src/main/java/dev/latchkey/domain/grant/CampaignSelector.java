package dev.latchkey.domain.grant;

import dev.latchkey.domain.campaign.CampaignType;
import dev.latchkey.domain.id.CampaignId;
import java.util.Optional;
import java.util.Set;

/** The campaigns that a rule applies to. */
public sealed interface CampaignSelector {

  /** Every campaign, including campaigns that are created later. */
  record All() implements CampaignSelector {}

  /** Campaigns by id, at most {@link #MOST}; a campaign with the id need not exist. */
  record Named(Set<CampaignId> campaigns) implements CampaignSelector {

    public static final int MOST = 10_000;

    public Named {
      campaigns = Set.copyOf(campaigns);
      if (campaigns.size() > MOST) {
        throw new IllegalArgumentException("A rule names at most " + MOST + " campaigns");
      }
    }
  }

  /** The campaigns of one type. A campaign that does not exist never matches. */
  record OfType(CampaignType type) implements CampaignSelector {}

  /**
   * Whether the selector includes a campaign.
   *
   * @param type the campaign's type; empty if the tenant has no such campaign
   */
  default boolean selects(CampaignId campaign, Optional<CampaignType> type) {
    return switch (this) {
      case All() -> true;
      case Named(Set<CampaignId> campaigns) -> campaigns.contains(campaign);
      case OfType(CampaignType wanted) -> type.isPresent() && type.get() == wanted;
    };
  }
}
