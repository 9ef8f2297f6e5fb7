package dev.latchkey.domain.access;

/** The campaign that an explanation is about. */
public sealed interface ExplainedCampaign {

  /** One campaign, and the tenant's campaign under its id. Only campaigns of the key's tenant count. */
  record OneCampaign(CampaignLookup campaign) implements ExplainedCampaign {}

  /** No campaign: the request is about the tenant as a whole. */
  record NoCampaign() implements ExplainedCampaign {}

  /** No campaign is named: the decision may differ between campaigns. */
  record AnyCampaign() implements ExplainedCampaign {}
}
