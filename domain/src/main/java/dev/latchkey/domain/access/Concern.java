package dev.latchkey.domain.access;

/** Which campaign an explanation is about. */
public sealed interface Concern {

  /** This campaign, and what the tenant has under its id. Only campaigns of the key's tenant count. */
  record OneCampaign(Visit campaign) implements Concern {}

  /** None: the request is about the tenant as a whole. */
  record NoCampaign() implements Concern {}

  /** None is named: the answer may differ from campaign to campaign. */
  record AnyCampaign() implements Concern {}
}
