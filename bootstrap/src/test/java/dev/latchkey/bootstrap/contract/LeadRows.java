package dev.latchkey.bootstrap.contract;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.latchkey.bootstrap.Platform;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Campaigns and single leads, of both versions. */
record LeadRows(House house) {

  private static final String ADDED = "Lead added to the campaign successfully";

  Stream<DynamicTest> rows() {
    return Stream.of(
        dynamicTest("POST /api/v2/voice-campaigns: 201, DRAFT", () -> house.key("POST /api/v2/voice-campaigns",
            "{\"name\":\"c\",\"type\":\"INBOUND\",\"assistant_id\":\"a\",\"tenant_voice_provider_id\":\"p\",\"dialer_type\":\"SINGLE\"}")
            .says(201, "Campaign created successfully").members("status", "message", "data")
            .data("campaign_id", "campaign_name", "campaign_type", "campaign_status")),
        dynamicTest("GET /api/v2/voice-campaigns: 200 list",
            () -> house.key("GET /api/v2/voice-campaigns", "").is(200).members("status", "data", "next_cursor")),
        dynamicTest("POST leads: 201", () -> house.key("POST " + house.leads(), lead(house.number()))
            .says(201, ADDED).members("status", "message", "data").data("campaign_lead_id")),
        dynamicTest("POST leads: 200 if everything sent is equal", () -> {
          String number = house.number();
          house.lead(number);
          house.key("POST " + house.leads(), lead(number)).says(200, ADDED);
        }),
        dynamicTest("POST leads: the number is there already: 409 lead_exists", () -> {
          String number = house.number();
          house.lead(number);
          house.key("POST " + house.leads(), "{\"phone_number\":\"%s\",\"first_name\":\"Other\"}".formatted(number))
              .problem(409, "lead_exists");
        }),
        dynamicTest("GET leads: 200 list",
            () -> house.key("GET " + house.leads(), "").is(200).members("status", "data", "next_cursor")),
        dynamicTest("v1 POST /leads: 201, no data", () -> house.key("POST " + Platform.leadsV1(house.campaign()),
            "{\"tenant_id\":\"%s\",\"phone_number\":\"%s\"}".formatted(house.tenant(), house.number()))
            .says(201, ADDED).members("status", "message")));
  }

  static String lead(String number) {
    return "{\"phone_number\":\"" + number + "\"}";
  }
}
