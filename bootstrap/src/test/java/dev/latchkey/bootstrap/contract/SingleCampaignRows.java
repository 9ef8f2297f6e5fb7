package dev.latchkey.bootstrap.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.micronaut.json.tree.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** A campaign read and changed. */
record SingleCampaignRows(House house) {

  Stream<DynamicTest> rows() {
    String path = "/api/v2/voice-campaigns/" + house.campaign();
    return Stream.of(
        dynamicTest("GET /{id}: 200 all fields",
            () -> assertThat(house.key("GET " + path, "").is(200).members("status", "data").answer().body())
                .contains("\"assistant_id\"", "\"dialer_type\"")),
        dynamicTest("PATCH /{id}: 200, data as for create",
            () -> house.key("PATCH " + path, "{\"name\":\"Renamed\"}").says(200, "Campaign updated successfully")
                .data("campaign_id", "campaign_name", "campaign_type", "campaign_status")),
        dynamicTest("PATCH takes any subset except type",
            () -> house.key("PATCH " + path, "{\"type\":\"OUTBOUND\"}").problem(400, "validation_failed")
                .fault("/type", "unchangeable")),
        dynamicTest("a no-op update returns 200, leaves updated_at and writes no audit event", () -> {
          JsonNode before = house.key("GET " + path, "").is(200).answer().json().get("data");
          int events = house.key("GET /api/v2/audit-events?limit=100", "").is(200).answer().list().size();
          house.key("PATCH " + path, "{}").says(200, "Campaign updated successfully");
          house.key("PATCH " + path, "{\"name\":\"%s\",\"status\":\"DRAFT\",\"type\":\"INBOUND\"}"
              .formatted(before.get("name").getStringValue())).says(200, "Campaign updated successfully");
          assertThat(house.key("GET " + path, "").answer().json().get("data")).isEqualTo(before);
          assertThat(house.key("GET /api/v2/audit-events?limit=100", "").answer().list()).hasSize(events);
        }),
        dynamicTest("GET /{id} of nobody: 404 campaign_not_found",
            () -> house.key("GET /api/v2/voice-campaigns/VoiceCampaign:1", "").problem(404, "campaign_not_found")));
  }
}
