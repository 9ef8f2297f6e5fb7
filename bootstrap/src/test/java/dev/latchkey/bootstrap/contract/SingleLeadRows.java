package dev.latchkey.bootstrap.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** A lead changed and removed, in both versions. */
record SingleLeadRows(House house) {

  private static final String UPDATED = "Lead updated successfully";
  private static final String REMOVED = "Lead removed successfully";

  Stream<DynamicTest> rows() {
    String v1 = "/v1/api/voice-campaigns/" + house.campaign() + "/lead/";
    return Stream.of(
        dynamicTest("PATCH and DELETE /{campaign_lead_id}: 200; unknown: 404 lead_not_found", () -> {
          String lead = house.leads() + "/" + house.lead(house.number());
          house.key("PATCH " + lead, "{\"first_name\":\"Ada\"}").says(200, UPDATED);
          house.key("DELETE " + lead, "").says(200, REMOVED);
          house.key("PATCH " + lead, "{\"first_name\":\"Ada\"}").problem(404, "lead_not_found");
          house.key("DELETE " + lead, "").problem(404, "lead_not_found");
        }),
        dynamicTest("v1 PATCH /lead/update and DELETE /lead/remove: 200, no data", () -> {
          String number = house.number();
          house.lead(number);
          house.key("PATCH " + v1 + "update", LeadRows.lead(number)).says(200, UPDATED).members("status", "message");
          house.key("DELETE " + v1 + "remove", LeadRows.lead(number)).says(200, REMOVED).members("status", "message");
          house.key("DELETE " + v1 + "remove", LeadRows.lead(number)).problem(404, "lead_not_found");
        }),
        dynamicTest("GET /{campaign_lead_id}: 200; unknown: 404 lead_not_found", () -> {
          String id = house.lead(house.number());
          Reply told = house.key("GET " + house.leads() + "/" + id, "").is(200).members("status", "data");
          assertThat(told.text("data", "campaign_lead_id")).isEqualTo(id);
          house.key("GET " + house.leads() + "/VoiceCampaignLead:1", "").problem(404, "lead_not_found");
        }),
        dynamicTest("PATCH /{campaign_lead_id}: unchangeable, unless the value equals the stored one", () -> {
          String number = house.number();
          String lead = house.leads() + "/" + house.lead(number);
          house.key("PATCH " + lead, LeadRows.lead(number)).says(200, UPDATED);
          house.key("PATCH " + lead, LeadRows.lead(house.number())).problem(400, "validation_failed")
              .fault("/phone_number", "unchangeable");
          house.key("PATCH " + lead, "{\"firstName\":\"Ada\"}").problem(400, "validation_failed")
              .fault("/firstName", "unchangeable");
        }),
        dynamicTest("a no-op update leaves updated_at", () -> {
          String lead = house.leads() + "/" + house.lead(house.number());
          String before = house.key("GET " + lead, "").is(200).text("data", "updated_at");
          house.key("PATCH " + lead, "{\"do_not_call\":false}").says(200, UPDATED);
          assertThat(house.key("GET " + lead, "").text("data", "updated_at")).isEqualTo(before);
        }),
        dynamicTest("v1 POST /lead/remove does the same; a DELETE without a body says so", () -> {
          String number = house.number();
          house.lead(number);
          assertThat(house.key("DELETE " + v1 + "remove", "").problem(400, "body_malformed").text("detail"))
              .contains("POST /v1/api/voice-campaigns/{campaign_id}/lead/remove");
          house.key("POST " + v1 + "remove", LeadRows.lead(number)).says(200, REMOVED).members("status", "message");
          house.key("POST " + v1 + "remove", LeadRows.lead(number)).problem(404, "lead_not_found");
        }),
        dynamicTest("v1 tenant_id checked if sent: 403 tenant_mismatch", () -> house.key("PATCH " + v1 + "update",
            "{\"tenant_id\":\"%s\",\"phone_number\":\"%s\"}".formatted(house.stranger(), house.number()))
            .problem(403, "tenant_mismatch")));
  }
}
