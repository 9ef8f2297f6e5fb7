package dev.latchkey.domain.access;

/** Which campaign an explanation is about. */
public sealed interface ExplainedCampaign {

  /** This campaign, and what the tenant has under its id. Only campaigns of the key's tenant count. */
  record OneCampaign(CampaignLookup campaign) implements ExplainedCampaign {}

  /** None: the request is about the tenant as a whole. */
  record NoCampaign() implements ExplainedCampaign {}

  /** None is named: the answer may differ from campaign to campaign. */
  record AnyCampaign() implements ExplainedCampaign {}
}
