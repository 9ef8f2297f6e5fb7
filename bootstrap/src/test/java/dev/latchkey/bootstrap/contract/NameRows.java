package dev.latchkey.bootstrap.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.latchkey.bootstrap.Platform.Key;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** One rule for the names of tenants, keys and campaigns. */
record NameRows(House house) {

  private static final String TENANTS = "/api/platform/v1/tenants";
  private static final String KEYS = "/api/v2/api-keys";

  private static final List<String> REFUSED = List.of(
      "",
      " \\u00a0\\t",
      "\\u200b",
      "\\u2800",
      "\\u3164\\u115f\\u1160\\uffa0",
      "\\u0301",
      "a\\u202eb",
      "a\\u2066b\\u2069",
      "a\\u200fb",
      "a\\u2028b",
      "a\\u2029b",
      "a\\nb",
      "a\\u0000b",
      "a\\u0085b",
      "a\\u200bb",
      "\\ufeffa",
      "a\\u00adb",
      "a\\u200d",
      "\\u200ca",
      "a\\ufdd0b");

  Stream<DynamicTest> rows() {
    return Stream.of(
        dynamicTest("Names: what cannot be seen or typed is refused, on creation and change", () -> {
          REFUSED.forEach(this::isRefused);
          isRefused(house.all().text());
          isRefused("the key " + house.all().text());
        }),
        dynamicTest("Names: NFC, with every run of spaces as one", () -> {
          String sent = named("\\u00a0Caf\\u0065\\u0301 \\t\\u3000bar ");
          assertThat(house.operator("POST " + TENANTS, sent).is(201).text("data", "name")).isEqualTo("Caf\u00e9 bar");
          String id = house.key("POST " + KEYS, sent).is(201).text("data", "id");
          assertThat(house.key("GET " + KEYS + "/" + id, "").is(200).text("data", "name")).isEqualTo("Caf\u00e9 bar");
          assertThat(
              house.key("PATCH " + KEYS + "/" + id, named("Caf\\u0065\\u0301  baz")).is(200).text("data", "name"))
              .isEqualTo("Caf\u00e9 baz");
          assertThat(house.key("GET " + KEYS + "?q=cafe%CC%81%20%20baz", "").is(200).answer().list()).hasSize(1);
        }),
        dynamicTest("Names: joiners inside a word or an emoji are allowed", () -> {
          for (String name : List.of("\\u0645\\u06cc\\u200c\\u062e\\u0648\\u0627\\u0647\\u0645",
              "\\ud83d\\udc69\\u200d\\ud83d\\udcbb")) {
            house.key("POST " + KEYS, named(name)).is(201);
          }
        }),
        dynamicTest("Names: each fault has its own text", () -> {
          List<String> texts = Stream.of("\\u200b", "a\\u202eb", "a\\u2028b", "a\\nb", "a\\u200d", "", "x".repeat(101))
              .map(name -> house.key("POST " + KEYS, named(name)).problem(400, "validation_failed"))
              .map(reply -> reply.answer().json().get("errors").get(0).get("message").getStringValue())
              .toList();
          assertThat(texts).doesNotHaveDuplicates();
        }));
  }

  private void isRefused(String name) {
    Key key = house.all();
    String campaign = "/api/v2/voice-campaigns/" + house.campaign();
    for (String request : List.of("POST " + KEYS, "PATCH " + KEYS + "/" + key.id(), "PATCH " + campaign)) {
      house.key(request, named(name)).problem(400, "validation_failed").fault("/name", "invalid_name");
    }
    house.key("POST /api/v2/voice-campaigns", named(name)).problem(400, "validation_failed")
        .fault("/name", "invalid_name");
    for (String request : List.of("POST " + TENANTS, "PATCH " + TENANTS + "/" + house.tenant())) {
      house.operator(request, named(name)).problem(400, "validation_failed").fault("/name", "invalid_name");
    }
  }

  private static String named(String name) {
    return "{\"name\":\"" + name + "\"}";
  }
}
