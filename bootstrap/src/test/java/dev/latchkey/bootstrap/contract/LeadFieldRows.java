package dev.latchkey.bootstrap.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.latchkey.bootstrap.Platform;
import io.micronaut.json.tree.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The fields of a lead, one by one, and what a change does to them. */
record LeadFieldRows(House house) {

  Stream<DynamicTest> rows() {
    return Stream.of(
        refused("phone_number* required", "\"first_name\":\"Ada\"", "/phone_number", "required"),
        refused("phone_number E.164", "\"phone_number\":\"0170 1234567\"", "/phone_number", "invalid_phone_number"),
        refused("email", with("\"email\":\"ada\""), "/email", "invalid_email"),
        refused("first_name is a string", with("\"first_name\":1"), "/first_name", "wrong_type"),
        refused("last_name is a string", with("\"last_name\":[]"), "/last_name", "wrong_type"),
        refused("custom_fields is an object", with("\"custom_fields\":[]"), "/custom_fields", "wrong_type"),
        refused("custom_fields of string, number, boolean", with("\"custom_fields\":{\"a\":{}}"), "/custom_fields/a",
            "wrong_type"),
        dynamicTest("read back with campaign_lead_id, do_not_call, created_at, updated_at too", this::readBack),
        dynamicTest("GET leads: newest first", this::newestFirst),
        dynamicTest("an update leaves out what it does not name; custom_fields merge, a null member removes",
            this::merged),
        dynamicTest("DELETE /remove/bulk: the id wins", this::theIdWins),
        dynamicTest("items apply in order", this::inOrder),
        dynamicTest("v1 DELETE /lead/remove: phone_number or campaign_lead_id", () -> {
          String remove = "DELETE /v1/api/voice-campaigns/" + house.campaign() + "/lead/remove";
          String id = house.lead(house.number());
          house.key(remove, "{\"campaign_lead_id\":\"" + id + "\"}").says(200, "Lead removed successfully");
          house.key(remove, "{}").problem(400, "validation_failed");
        }));
  }

  private DynamicTest refused(String name, String members, String pointer, String code) {
    return dynamicTest(name, () -> house.key("POST " + house.leads(), "{" + members + "}")
        .problem(400, "validation_failed").fault(pointer, code));
  }

  private static String with(String member) {
    return "\"phone_number\":\"+14155550100\"," + member;
  }

  private String empty() {
    return Platform.leads(Platform.campaign(house.anybody().with(house.all().text())));
  }

  private List<JsonNode> list(String leads) {
    return house.key("GET " + leads, "").is(200).answer().list();
  }

  private void readBack() {
    String leads = empty();
    house.key("POST " + leads, """
        {"phone_number":"+14155550100","first_name":"Ada","last_name":"Lovelace","email":"ada@example.com",
         "custom_fields":{"plan":"gold","seats":12,"trial":false}}""").is(201);
    JsonNode lead = list(leads).getFirst();
    for (String member : List.of("campaign_lead_id", "phone_number", "first_name", "last_name", "email",
        "custom_fields", "do_not_call", "created_at", "updated_at")) {
      assertThat(lead.get(member)).as(member).isNotNull();
    }
    assertThat(lead.get("custom_fields").get("seats").getNumberValue().intValue()).isEqualTo(12);
    assertThat(lead.get("custom_fields").get("trial").getBooleanValue()).isFalse();
  }

  private void newestFirst() {
    String leads = empty();
    for (String number : List.of("+14155550101", "+14155550102")) {
      house.key("POST " + leads, LeadRows.lead(number)).is(201);
    }
    assertThat(list(leads)).extracting(lead -> lead.get("phone_number").getStringValue())
        .containsExactly("+14155550102", "+14155550101");
  }

  private void merged() {
    String leads = empty();
    String id = house.key("POST " + leads,
        "{\"phone_number\":\"+14155550100\",\"first_name\":\"Ada\",\"custom_fields\":{\"a\":1,\"b\":2}}").is(201)
        .text("data", "campaign_lead_id");
    house.key("PATCH " + leads + "/" + id, "{\"last_name\":\"L\",\"custom_fields\":{\"b\":null,\"c\":3}}").is(200);
    JsonNode lead = list(leads).getFirst();
    assertThat(lead.get("first_name").getStringValue()).isEqualTo("Ada");
    assertThat(lead.get("last_name").getStringValue()).isEqualTo("L");
    assertThat(lead.get("custom_fields").get("a").getNumberValue().intValue()).isEqualTo(1);
    assertThat(lead.get("custom_fields").get("b")).isNull();
    assertThat(lead.get("custom_fields").get("c").getNumberValue().intValue()).isEqualTo(3);
  }

  private void theIdWins() {
    String leads = empty();
    String id = house.key("POST " + leads, LeadRows.lead("+14155550101")).is(201).text("data", "campaign_lead_id");
    house.key("POST " + leads, LeadRows.lead("+14155550102")).is(201);
    house.key("DELETE " + leads + "/remove/bulk",
        "[{\"campaign_lead_id\":\"%s\",\"phone_number\":\"+14155550102\"}]".formatted(id)).is(200)
        .result(0, true, "Lead removed successfully", "campaign_lead_id", id);
    assertThat(list(leads)).extracting(lead -> lead.get("phone_number").getStringValue())
        .containsExactly("+14155550102");
  }

  private void inOrder() {
    String leads = empty();
    house.key("POST " + leads, LeadRows.lead("+14155550101")).is(201);
    house.key("PATCH " + leads + "/update/bulk", """
        [{"phone_number":"+14155550101","first_name":"First"},{"phone_number":"+14155550101","first_name":"Second"}]""")
        .is(200);
    assertThat(list(leads).getFirst().get("first_name").getStringValue()).isEqualTo("Second");
  }
}
