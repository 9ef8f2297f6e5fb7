package dev.latchkey.bootstrap.contract;

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
        dynamicTest("v1 tenant_id checked if sent: 403 tenant_mismatch", () -> house.key("PATCH " + v1 + "update",
            "{\"tenant_id\":\"%s\",\"phone_number\":\"%s\"}".formatted(house.stranger(), house.number()))
            .problem(403, "tenant_mismatch")));
  }
}
