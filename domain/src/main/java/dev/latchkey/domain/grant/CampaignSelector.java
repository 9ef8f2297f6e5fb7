package dev.latchkey.domain.grant;

import dev.latchkey.domain.campaign.CampaignType;
import dev.latchkey.domain.id.CampaignId;
import java.util.Optional;
import java.util.Set;

/** The campaigns that a rule is about. */
public sealed interface CampaignSelector {

  /** Every campaign, also one that is made later. */
  record All() implements CampaignSelector {}

  /** The named campaigns; a name need not exist. */
  record Named(Set<CampaignId> campaigns) implements CampaignSelector {
    public static final int MOST = 10_000;

    public Named {
      campaigns = Set.copyOf(campaigns);
      if (campaigns.size() > MOST) {
        throw new IllegalArgumentException("A rule names at most " + MOST + " campaigns");
      }
    }
  }

  /** The campaigns of one type. It cannot match a campaign that is not there. */
  record OfType(CampaignType type) implements CampaignSelector {}

  /**
   * Whether a campaign is among them.
   *
   * @param type the campaign's type; empty where the tenant has no such campaign
   */
  default boolean selects(CampaignId campaign, Optional<CampaignType> type) {
    return switch (this) {
      case All() -> true;
      case Named(Set<CampaignId> campaigns) -> campaigns.contains(campaign);
      case OfType(CampaignType wanted) -> type.isPresent() && type.get() == wanted;
    };
  }
}
