package dev.latchkey.adapters.rest.campaign;

import dev.latchkey.adapters.rest.description.Operation;
import dev.latchkey.adapters.rest.description.Operation.Tag;
import dev.latchkey.adapters.rest.field.PageInput;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.campaign.CampaignPlan;
import dev.latchkey.domain.campaign.CampaignType;
import dev.latchkey.domain.campaign.DialerType;
import dev.latchkey.domain.campaign.Dialing;
import dev.latchkey.domain.campaign.Schedule;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.TenantId;
import java.util.List;
import java.util.Optional;

/** Operations on campaigns. */
public final class CampaignOperations {

  private static final Tag TAG = new Tag("Campaigns", "A tenant's voice campaigns.");

  private static final String CAMPAIGNS = "/api/v2/voice-campaigns";
  private static final String CAMPAIGN = CAMPAIGNS + "/{campaign_id}";

  private static final Campaign EXAMPLE = Campaign.drafted(
      new CampaignId(789),
      new TenantId(123),
      new CampaignPlan(
          new Name("Spring"),
          CampaignType.INBOUND,
          new Dialing("asst_1", "tvp_1", DialerType.SINGLE, Optional.empty(), Optional.empty(), Optional.empty()),
          Schedule.EMPTY,
          false,
          Optional.empty()),
      Operation.EXAMPLE_TIME);

  private CampaignOperations() {}

  /** Returns the operations. */
  public static List<Operation> all() {
    return List.of(
        Operation.of("POST", CAMPAIGNS, "createCampaign", TAG, "Create a campaign")
            .withDetails("The new campaign has the status `DRAFT`.")
            .withBody("NewCampaign", CampaignInput::readPlan, """
                {"name": "Spring", "type": "OUTBOUND", "assistant_id": "asst_1", "tenant_voice_provider_id": "tvp_1",
                 "dialer_type": "SINGLE", "start_date": "2030-03-01", "end_date": "2030-05-31",
                 "timezone": "Europe/Berlin", "days_of_week": ["MONDAY", "TUESDAY"], "daily_start_time": "09:00",
                 "daily_end_time": "17:30", "max_call_attempts": 3, "max_daily_attempts": 1,
                 "min_gap_between_attempts": 60}""")
            .confirms(201, "Campaign created successfully", CampaignJson.of(EXAMPLE)),
        Operation.of("GET", CAMPAIGNS, "listCampaigns", TAG, "List the campaigns that the API key may read")
            .withQuery(PageInput::read)
            .lists(CampaignJson.of(EXAMPLE)),
        Operation.of("GET", CAMPAIGN, "getCampaign", TAG, "Retrieve a campaign")
            .responds(200, CampaignDetailsJson.of(EXAMPLE)),
        Operation.of("PATCH", CAMPAIGN, "updateCampaign", TAG, "Update a campaign")
            .withDetails("Omitted fields keep their values, and the merged result must be valid. `type`, "
                + "`vapi_calling_entity`, `start_date` and `end_date` cannot be changed.")
            .withBody("CampaignChange", campaign -> CampaignInput.readChange(campaign, EXAMPLE.plan()), """
                {"name": "Spring, second try", "webhook_url": null}""")
            .confirms(200, "Campaign updated successfully", CampaignJson.of(EXAMPLE)));
  }
}
