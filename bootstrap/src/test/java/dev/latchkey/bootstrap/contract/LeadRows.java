package dev.latchkey.bootstrap.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.latchkey.bootstrap.Platform;
import io.micronaut.json.tree.JsonNode;
import java.util.List;
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
          String id = house.lead(number);
          String other = "{\"phone_number\":\"%s\",\"first_name\":\"Other\"}".formatted(number);
          assertThat(house.key("POST " + house.leads(), other).problem(409, "lead_exists").text("campaign_lead_id"))
              .isEqualTo(id);
        }),
        dynamicTest("POST leads: 200 if everything that was sent is equal, absent is not null", () -> {
          String number = house.number();
          house.key("POST " + house.leads(), "{\"phone_number\":\"%s\",\"first_name\":\"Ada\"}".formatted(number))
              .is(201);
          house.key("POST " + house.leads(), lead(number)).says(200, ADDED);
          house.key("POST " + house.leads(), "{\"phone_number\":\"%s\",\"first_name\":null}".formatted(number))
              .problem(409, "lead_exists");
        }),
        dynamicTest("do_not_call is stored by every call that takes a lead", () -> {
          for (String request : List.of(house.leads(), house.leads() + "/bulk", Platform.leadsV1(house.campaign()))) {
            String number = house.number();
            String lead = "{\"tenant_id\":\"%s\",\"phone_number\":\"%s\",\"do_not_call\":true}"
                .formatted(house.tenant(), number);
            house.key("POST " + request, request.endsWith("bulk") ? "[" + lead + "]" : lead);
            assertThat(
                found("phone_number=" + number.replace("+", "%2B")).getFirst().get("do_not_call").getBooleanValue())
                .isTrue();
          }
        }),
        dynamicTest("GET leads ?phone_number=&email=&do_not_call=&created_since=&updated_since=", () -> {
          String number = house.number();
          house.key("POST " + house.leads(),
              "{\"phone_number\":\"%s\",\"email\":\"Find.Me@example.com\",\"do_not_call\":true}".formatted(number))
              .is(201);
          for (String query : List.of("phone_number=" + number.replace("+", "%2B"), "email=find.me@example.com",
              "do_not_call=true&email=find.me@example.com",
              "created_since=2020-01-01T00:00:00Z&email=find.me@example.com",
              "updated_since=2020-01-01T00:00:00Z&phone_number=" + number.replace("+", "%2B"))) {
            assertThat(found(query)).as(query).extracting(lead -> lead.get("phone_number").getStringValue())
                .containsExactly(number);
          }
          assertThat(found("email=find.me@example.com&do_not_call=false")).isEmpty();
          assertThat(found("created_since=2999-01-01T00:00:00Z")).isEmpty();
          house.key("GET " + house.leads() + "?phone=1", "").problem(400, "validation_failed")
              .fault("/phone", "unknown_parameter");
        }),
        dynamicTest("GET leads: 200 list",
            () -> house.key("GET " + house.leads(), "").is(200).members("status", "data", "next_cursor")),
        dynamicTest("v1 POST /leads: 201, no data", () -> house.key("POST " + Platform.leadsV1(house.campaign()),
            "{\"tenant_id\":\"%s\",\"phone_number\":\"%s\"}".formatted(house.tenant(), house.number()))
            .says(201, ADDED).members("status", "message")));
  }

  private List<JsonNode> found(String query) {
    return house.key("GET " + house.leads() + "?" + query, "").is(200).answer().list();
  }

  static String lead(String number) {
    return "{\"phone_number\":\"" + number + "\"}";
  }
}
