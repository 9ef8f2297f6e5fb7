package dev.latchkey.bootstrap.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.micronaut.json.tree.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Many leads at a time. */
record BulkLeadRows(House house) {

  Stream<DynamicTest> rows() {
    return Stream.of(
        dynamicTest("POST /bulk: 202, stored before the reply", this::added),
        dynamicTest("PATCH /update/bulk: 200, one bad item fails alone", this::updated),
        dynamicTest("DELETE /remove/bulk: 200, the results echo the identifier", this::removed),
        dynamicTest("bulk arrays 1-1,000 items",
            () -> house.key("POST " + house.leads() + "/bulk", "[]").problem(400, "validation_failed")));
  }

  private void added() {
    String number = house.number();
    Reply told = house.key("POST " + house.leads() + "/bulk",
        "[%s,%s,{\"phone_number\":\"1\"}]".formatted(LeadRows.lead(number), LeadRows.lead(number)))
        .says(202, "Leads are queued to be added to the campaign")
        .data("accepted", "duplicates", "rejected", "results");
    JsonNode data = told.answer().json().get("data");
    assertThat(data.get("accepted").getNumberValue()).isEqualTo(1);
    assertThat(data.get("duplicates").getNumberValue()).isEqualTo(1);
    assertThat(data.get("rejected").get(0).get("index").getNumberValue()).isEqualTo(2);
    assertThat(data.get("rejected").get(0).get("code").getStringValue()).isEqualTo("invalid_phone_number");
    assertThat(data.get("results").values()).extracting(result -> result.get("outcome").getStringValue())
        .containsExactly("added", "equal", "rejected");
    JsonNode again = house.key("POST " + house.leads() + "/bulk",
        "[{\"phone_number\":\"%s\",\"first_name\":\"Other\"}]".formatted(number))
        .is(202).answer().json().get("data").get("results").get(0);
    assertThat(again.get("outcome").getStringValue()).isEqualTo("conflict");
    assertThat(again.get("campaign_lead_id").getStringValue())
        .isEqualTo(data.get("results").get(0).get("campaign_lead_id").getStringValue());
    assertThat(house.key("GET " + house.leads() + "?limit=100", "").is(200).answer().body()).contains(number);
  }

  private void updated() {
    String known = house.number();
    house.lead(known);
    String unknown = house.number();
    house.key("PATCH " + house.leads() + "/update/bulk",
        "[{\"phone_number\":\"%s\"},{\"phone_number\":\"%s\",\"first_name\":\"Ada\"}]".formatted(unknown, known))
        .says(200, "Bulk lead update completed").members("status", "message", "results")
        .result(0, false, "Lead not found", "phone_number", unknown)
        .result(1, true, "Lead updated successfully", "phone_number", known);
  }

  private void removed() {
    String number = house.number();
    String id = house.lead(number);
    house.key("DELETE " + house.leads() + "/remove/bulk",
        "[{\"campaign_lead_id\":\"%s\"},{\"phone_number\":\"%s\"}]".formatted(id, number))
        .says(200, "Bulk lead removal completed").members("status", "message", "results")
        .result(0, true, "Lead removed successfully", "campaign_lead_id", id)
        .result(1, false, "Lead not found with the given phone number or campaign lead id", "phone_number", number);
  }
}
