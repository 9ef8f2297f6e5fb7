package dev.latchkey.bootstrap.contract;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The fields of a campaign, one by one. */
record CampaignFieldRows(House house) {

  private static final String CAMPAIGNS = "/api/v2/voice-campaigns";
  private static final Map<String, String> INBOUND = fields("INBOUND", Map.of());
  private static final Map<String, String> OUTBOUND = fields("OUTBOUND", Map.of(
      "start_date", "\"2030-01-31\"", "timezone", "\"Europe/Berlin\"", "days_of_week", "[\"MONDAY\"]",
      "daily_start_time", "\"09:00\"", "daily_end_time", "\"17:00:00\"", "max_call_attempts", "1",
      "max_daily_attempts", "1", "min_gap_between_attempts", "3"));

  Stream<DynamicTest> rows() {
    return Stream.of(required(), requiredForOutbound(), refused(), taken(), fixed(), changed())
        .flatMap(rows -> rows);
  }

  private Stream<DynamicTest> required() {
    return INBOUND.keySet().stream().map(field -> dynamicTest(field + "* required",
        () -> create(without(INBOUND, field)).problem(400, "validation_failed").fault("/" + field, "required")));
  }

  private Stream<DynamicTest> requiredForOutbound() {
    return OUTBOUND.keySet().stream().filter(field -> !INBOUND.containsKey(field))
        .map(field -> dynamicTest(field + "° required for OUTBOUND", () -> {
          create(without(OUTBOUND, field)).problem(400, "validation_failed").fault("/" + field, "required");
          create(without(with(OUTBOUND, "type", "\"INBOUND\""), field)).is(201);
        }));
  }

  private Stream<DynamicTest> refused() {
    return Stream.of(
        refused("name 1-100 characters: none", "name", "\"\"", "/name", "invalid_name"),
        refused("name 1-100 characters: 101", "name", text(101), "/name", "invalid_name"),
        refused("type INBOUND or OUTBOUND", "type", "\"BOTH\"", "/type", "not_one_of"),
        refused("dialer_type SINGLE or POOL", "dialer_type", "\"NONE\"", "/dialer_type", "not_one_of"),
        refused("vapi_calling_entity ASSISTANT, WORKFLOW or SQUAD", "vapi_calling_entity", "\"ROBOT\"",
            "/vapi_calling_entity", "not_one_of"),
        refused("phone_number_pool_id: POOL only", "phone_number_pool_id", "\"pool\"", "/phone_number_pool_id",
            "not_allowed"),
        refused("start_date YYYY-MM-DD", "start_date", "\"31.01.2030\"", "/start_date", "invalid_date"),
        refused("end_date YYYY-MM-DD", "end_date", "\"2030-02-30\"", "/end_date", "invalid_date"),
        refused("end_date after start_date", "end_date", "\"2030-01-31\"", "/end_date", "not_after_start"),
        refused("timezone IANA", "timezone", "\"Mars/Base\"", "/timezone", "invalid_timezone"),
        refused("days_of_week MONDAY…", "days_of_week", "[\"FUNDAY\"]", "/days_of_week/0", "not_one_of"),
        refused("daily_start_time HH:MM[:SS]", "daily_start_time", "\"9\"", "/daily_start_time", "invalid_time"),
        refused("daily_end_time after daily_start_time", "daily_end_time", "\"09:00\"", "/daily_end_time",
            "not_after_start"),
        refused("max_call_attempts ≥ 1", "max_call_attempts", "0", "/max_call_attempts", "too_low"),
        refused("max_daily_attempts ≥ 1", "max_daily_attempts", "0", "/max_daily_attempts", "too_low"),
        refused("min_gap_between_attempts minutes ≥ 3", "min_gap_between_attempts", "2", "/min_gap_between_attempts",
            "too_low"),
        refused("consider_voicemail_as_answered is a boolean", "consider_voicemail_as_answered", "\"yes\"",
            "/consider_voicemail_as_answered", "wrong_type"),
        refused("timezone IANA, whatever Java calls its own", "timezone", "\"SystemV/PST8\"", "/timezone",
            "invalid_timezone"),
        refused("webhook_url of a host that resolves inside a network only", "webhook_url", "\"https://crm.lan/hook\"",
            "/webhook_url", "address_not_public"),
        refused("webhook_url (https)", "webhook_url", "\"http://example.com/hook\"", "/webhook_url", "not_https"));
  }

  private DynamicTest refused(String name, String field, String value, String pointer, String code) {
    return dynamicTest(name,
        () -> create(with(OUTBOUND, field, value)).problem(400, "validation_failed").fault(pointer, code));
  }

  private Stream<DynamicTest> taken() {
    return Stream.of(
        taken("name 1-100 characters: 100", with(INBOUND, "name", text(100))),
        taken("all that an OUTBOUND campaign needs", OUTBOUND),
        taken("vapi_calling_entity WORKFLOW", with(INBOUND, "vapi_calling_entity", "\"WORKFLOW\"")),
        taken("phone_number_pool_id with POOL",
            with(with(INBOUND, "dialer_type", "\"POOL\""), "phone_number_pool_id", "\"pool\"")),
        taken("timezone IANA, whatever Java calls its own", with(OUTBOUND, "timezone", "\"MST\"")),
        taken("phone_number_id", with(INBOUND, "phone_number_id", "\"number\"")),
        taken("end_date the day after", with(OUTBOUND, "end_date", "\"2030-02-01\"")),
        taken("webhook_url", with(INBOUND, "webhook_url", "\"https://example.com/hook\"")),
        taken("consider_voicemail_as_answered", with(INBOUND, "consider_voicemail_as_answered", "true")));
  }

  private DynamicTest taken(String name, Map<String, String> fields) {
    return dynamicTest(name + ": 201", () -> create(fields).says(201, "Campaign created successfully"));
  }

  private Stream<DynamicTest> fixed() {
    return Map
        .of("type", "\"OUTBOUND\"", "status", "\"ACTIVE\"", "campaign_status", "\"ACTIVE\"", "vapi_calling_entity",
            "\"SQUAD\"", "start_date", "\"2030-02-01\"", "end_date",
            "\"2030-02-01\"")
        .entrySet().stream()
        .map(field -> dynamicTest("PATCH takes any subset except " + field.getKey(),
            () -> change(INBOUND, Map.of(field.getKey(), field.getValue())).problem(400, "validation_failed")
                .fault("/" + field.getKey(), "unchangeable")));
  }

  private Stream<DynamicTest> changed() {
    Map<String, String> changeable = new LinkedHashMap<>(OUTBOUND);
    changeable.keySet().removeAll(Set.of("type", "start_date"));
    changeable.put("phone_number_id", "\"number\"");
    changeable.put("consider_voicemail_as_answered", "true");
    changeable.put("webhook_url", "\"https://example.com/hook\"");
    return Stream.concat(
        changeable.entrySet().stream().map(field -> dynamicTest("PATCH takes " + field.getKey() + " alone",
            () -> change(OUTBOUND, Map.of(field.getKey(), field.getValue()))
                .says(200, "Campaign updated successfully"))),
        Stream.of(dynamicTest("PATCH checks the merged result",
            () -> change(OUTBOUND, Map.of("daily_end_time", "\"08:00\"")).problem(400, "validation_failed")
                .fault("/daily_end_time", "not_after_start"))));
  }

  private Reply create(Map<String, String> fields) {
    return house.key("POST " + CAMPAIGNS, json(fields));
  }

  private Reply change(Map<String, String> of, Map<String, String> fields) {
    String id = create(of).is(201).text("data", "campaign_id");
    return house.key("PATCH " + CAMPAIGNS + "/" + id, json(fields));
  }

  private static Map<String, String> fields(String type, Map<String, String> more) {
    Map<String, String> fields = new LinkedHashMap<>(Map.of(
        "name", "\"Calls\"", "type", "\"" + type + "\"", "assistant_id", "\"a\"",
        "tenant_voice_provider_id", "\"p\"", "dialer_type", "\"SINGLE\""));
    fields.putAll(more);
    return fields;
  }

  private static Map<String, String> with(Map<String, String> fields, String field, String value) {
    Map<String, String> changed = new LinkedHashMap<>(fields);
    changed.put(field, value);
    return changed;
  }

  private static Map<String, String> without(Map<String, String> fields, String field) {
    Map<String, String> changed = new LinkedHashMap<>(fields);
    changed.remove(field);
    return changed;
  }

  private static String text(int length) {
    return "\"" + "x".repeat(length) + "\"";
  }

  private static String json(Map<String, String> fields) {
    return fields.entrySet().stream().map(field -> "\"" + field.getKey() + "\":" + field.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }
}
