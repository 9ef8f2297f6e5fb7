package dev.latchkey.bootstrap.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.latchkey.bootstrap.Client;
import dev.latchkey.bootstrap.Platform;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** How much a request may be, and the least and the most of a list. */
record LimitRows(House house) {

  private static final String WHOAMI = "GET /api/v2/auth/whoami";
  private static final String TENANTS = "POST /api/platform/v1/tenants";
  private static final int MEBIBYTE = 1024 * 1024;

  Stream<DynamicTest> rows() {
    return Stream.of(
        dynamicTest("body 1 MiB, and one byte more: 413 body_too_large", () -> {
          String lead = LeadRows.lead(house.number());
          house.key("POST " + house.leads(), lead + " ".repeat(MEBIBYTE - lead.length())).is(201);
          house.key("POST " + house.leads(), lead + " ".repeat(MEBIBYTE - lead.length() + 1))
              .problem(413, "body_too_large");
        }),
        dynamicTest("Authorization 512 characters, and one more: 401 credentials_malformed", () -> {
          int token = 512 - "Bearer ".length();
          house.with("x".repeat(token), WHOAMI, "").problem(401, "key_malformed");
          house.with("x".repeat(token + 1), WHOAMI, "").problem(401, "credentials_malformed");
        }),
        dynamicTest("names 1-100 characters: a tenant", () -> {
          house.operator(TENANTS, named(100)).is(201);
          house.operator(TENANTS, named(101)).problem(400, "validation_failed").fault("/name", "invalid_name");
          house.operator(TENANTS, named(0)).problem(400, "validation_failed").fault("/name", "invalid_name");
        }),
        dynamicTest("names 1-100 characters: a key", () -> {
          house.key("POST /api/v2/api-keys", named(100)).is(201);
          house.key("POST /api/v2/api-keys", named(101)).problem(400, "validation_failed")
              .fault("/name", "invalid_name");
        }),
        dynamicTest("custom_fields 16 KiB", () -> {
          house.key("POST " + house.leads(), custom(16 * 1024 - 100)).is(201);
          house.key("POST " + house.leads(), custom(16 * 1024 + 1)).problem(400, "validation_failed")
              .fault("/custom_fields", "too_large");
        }),
        dynamicTest("bulk arrays 1-1,000 items: 1,000, and one more", () -> {
          String leads = Platform.leads(Platform.campaign(house.anybody().with(house.all().text())));
          house.key("POST " + leads + "/bulk", many(1000)).says(202, "Leads are queued to be added to the campaign");
          house.key("POST " + leads + "/bulk", many(1001)).problem(400, "validation_failed").fault("", "out_of_range");
        }),
        dynamicTest("Lists: limit 1-100, default 20", this::listed),
        dynamicTest("Idempotency-Key 1-255 visible characters", () -> {
          repeating("x".repeat(255)).is(201);
          repeating("x".repeat(256)).problem(400, "validation_failed")
              .fault("/Idempotency-Key", "invalid_idempotency_key");
          repeating("two words").problem(400, "validation_failed")
              .fault("/Idempotency-Key", "invalid_idempotency_key");
        }));
  }

  private void listed() {
    String leads = Platform.leads(Platform.campaign(house.anybody().with(house.all().text())));
    house.key("POST " + leads + "/bulk", many(101)).is(202);
    Reply page = house.key("GET " + leads, "").is(200);
    assertThat(page.answer().list()).hasSize(20);
    assertThat(page.answer().json().get("next_cursor").isNull()).isFalse();
    assertThat(house.key("GET " + leads + "?limit=1", "").is(200).answer().list()).hasSize(1);
    assertThat(house.key("GET " + leads + "?limit=100", "").is(200).answer().list()).hasSize(100);
    for (int wrong : new int[]{0, 101}) {
      house.key("GET " + leads + "?limit=" + wrong, "").problem(400, "validation_failed")
          .fault("/limit", "out_of_range");
    }
  }

  private Reply repeating(String name) {
    Client client = house.anybody().with(house.all().text()).sending("Idempotency-Key", name);
    return house.send(client, "POST " + house.leads(), LeadRows.lead(house.number()));
  }

  private String custom(int length) {
    return "{\"phone_number\":\"%s\",\"custom_fields\":{\"a\":\"%s\"}}".formatted(house.number(), "x".repeat(length));
  }

  private static String named(int length) {
    return "{\"name\":\"" + "x".repeat(length) + "\"}";
  }

  private static String many(int count) {
    return IntStream.range(0, count).mapToObj(i -> LeadRows.lead("+1415557%04d".formatted(i)))
        .collect(Collectors.joining(",", "[", "]"));
  }
}
