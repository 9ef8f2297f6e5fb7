package dev.latchkey.bootstrap.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.latchkey.bootstrap.Platform.Key;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** "Managing keys, with a key", and the operator's same verbs. */
record KeyRows(House house, String token, String keys) {

  private static final List<String> RECORD = List.of("id", "handle", "name", "environment", "masked_key", "status",
      "state",
      "permissions", "campaign_access", "allowed_addresses", "rate_limit", "not_before", "expires_at", "created_at",
      "created_by",
      "last_used_at", "replaces", "replaced_by", "version");
  private static final String[] MEMBERS = RECORD.toArray(String[]::new);
  private static final String[] WITH_KEY = Stream.concat(RECORD.stream(), Stream.of("key")).toArray(String[]::new);

  Stream<DynamicTest> rows() {
    return Stream.of(
        dynamicTest("POST " + keys + ": 201, data = the record plus key, once; Cache-Control: no-store", this::made),
        dynamicTest(
            "GET " + keys + "?status=&state=&environment=&q=&created_by=&expires_before=&unused_since=: 200 list",
            this::listed),
        dynamicTest("expires_at in the past when a key is made: 400 in_the_past",
            () -> ask("POST", "", "{\"name\":\"k\",\"expires_at\":\"2020-01-01T00:00:00Z\"}")
                .problem(400, "validation_failed").fault("/expires_at", "in_the_past")),
        dynamicTest("ambiguous addresses are refused",
            () -> ask("POST", "", "{\"name\":\"k\",\"allowed_addresses\":[\"010.0.0.1\"]}")
                .problem(400, "validation_failed").fault("/allowed_addresses/0", "invalid_address")),
        dynamicTest("GET " + keys + "/{id}: 200",
            () -> ask("GET", "/" + house.make("").id(), "").is(200).members("status", "data").data(MEMBERS)),
        dynamicTest("GET " + keys + "/{id} of nobody: 404",
            () -> ask("GET", "/ApiKey:1", "").problem(404, "api_key_not_found")),
        dynamicTest("PATCH " + keys + "/{id}: 200, in force before the reply", this::changed),
        dynamicTest("PATCH honours If-Match: 412 version_conflict", this::conflict),
        dynamicTest("POST " + keys + "/{id}/rotate: 201 with a new secret", this::rotated),
        dynamicTest("rotating a rotated key: 409 key_state_conflict", this::rotatedTwice),
        dynamicTest("extending the expiry of a key that was replaced: 409 key_state_conflict", this::replaced),
        dynamicTest("a no-op update: 200 with the same version and ETag", this::unchanged),
        dynamicTest("overlap_seconds is required",
            () -> ask("POST", "/" + house.make("").id() + "/rotate", "{}")
                .problem(400, "validation_failed").fault("/overlap_seconds", "required")),
        dynamicTest("overlap_seconds 0 to 2,592,000",
            () -> ask("POST", "/" + house.make("").id() + "/rotate", "{\"overlap_seconds\":2592001}")
                .problem(400, "validation_failed").fault("/overlap_seconds", "out_of_range")),
        dynamicTest("DELETE " + keys + "/{id}: 204", this::deleted),
        dynamicTest("unknown members: 400 unknown_field",
            () -> ask("POST", "", "{\"name\":\"k\",\"permisions\":[]}").problem(400, "unknown_field")
                .fault("/permisions", "unknown_field")));
  }

  /** What only a key is told. */
  static Stream<DynamicTest> rowsOfAKey(House house) {
    return Stream.of(
        dynamicTest("a key grants nothing that it does not have: 403 permission_escalation", () -> {
          Key writer = house.make("\"permissions\":[\"api_keys:write\"]");
          house.with(writer.text(), "POST /api/v2/api-keys", "{\"name\":\"k\",\"permissions\":[\"leads:read\"]}")
              .problem(403, "permission_escalation");
        }),
        dynamicTest("a key deletes none that exceeds it, and may always disable it", () -> {
          Key writer = house.make("\"permissions\":[\"api_keys:write\"]");
          Key stronger = house.make("");
          house.with(writer.text(), "DELETE /api/v2/api-keys/" + stronger.id(), "")
              .problem(403, "permission_escalation");
          house.with(writer.text(), "PATCH /api/v2/api-keys/" + stronger.id(), "{\"status\":\"DISABLED\"}").is(200);
        }));
  }

  private Reply ask(String method, String path, String body) {
    return house.with(token, method + " " + keys + path, body);
  }

  private void made() {
    Reply made = ask("POST", "", "{\"name\":\"made\"}").is(201).members("status", "data").data(WITH_KEY)
        .header("Cache-Control", "no-store");
    assertThat(made.text("data", "key")).matches("lk_live_[0-9A-Za-z]+_[0-9A-Za-z]+");
    ask("GET", "/" + made.text("data", "id"), "").is(200).data(MEMBERS);
  }

  private void listed() {
    Key dev = house.make("\"environment\":\"dev\"");
    Reply list = ask(
        "GET", "?status=ACTIVE&state=in_force&environment=dev&q=k&created_by=operator"
            + "&unused_since=2999-01-01T00:00:00Z",
        "").is(200).members("status", "data", "next_cursor");
    assertThat(list.answer().body()).contains(dev.id()).doesNotContain(house.all().id(), dev.text());
  }

  private void changed() {
    Key key = house.make("");
    Reply changed = ask("PATCH", "/" + key.id(), "{\"status\":\"DISABLED\"}").is(200).data(MEMBERS);
    assertThat(changed.text("data", "status")).isEqualTo("DISABLED");
    house.with(key.text(), "GET /api/v2/auth/whoami", "").problem(401, "key_disabled");
  }

  private void conflict() {
    String path = "PATCH " + keys + "/" + house.make("").id();
    String tag = ask("PATCH", path.substring(path.lastIndexOf('/')), "{\"name\":\"one\"}").is(200).answer()
        .header("ETag");
    house.send(house.anybody().with(token).sending("If-Match", tag), path, "{\"name\":\"two\"}").is(200);
    house.send(house.anybody().with(token).sending("If-Match", tag), path, "{\"name\":\"three\"}")
        .problem(412, "version_conflict");
  }

  private void rotated() {
    Key key = house.make("");
    Reply made = ask("POST", "/" + key.id() + "/rotate", "{\"overlap_seconds\":60}").is(201).data(WITH_KEY)
        .header("Cache-Control", "no-store");
    assertThat(made.text("data", "replaces")).isEqualTo(key.id());
    house.with(made.text("data", "key"), "GET /api/v2/auth/whoami", "").is(200);
    house.with(key.text(), "GET /api/v2/auth/whoami", "").is(200);
  }

  private void replaced() {
    Key key = house.make("");
    ask("POST", "/" + key.id() + "/rotate", "{\"overlap_seconds\":0}").is(201);
    ask("PATCH", "/" + key.id(), "{\"expires_at\":null}").problem(409, "key_state_conflict");
  }

  private void unchanged() {
    Key key = house.make("");
    Reply same = ask("PATCH", "/" + key.id(), "{\"status\":\"ACTIVE\"}").is(200).data(MEMBERS);
    assertThat(same.answer().header("ETag")).isEqualTo("\"v1\"");
  }

  private void rotatedTwice() {
    Key key = house.make("");
    ask("POST", "/" + key.id() + "/rotate", "{\"overlap_seconds\":60}").is(201);
    ask("POST", "/" + key.id() + "/rotate", "{\"overlap_seconds\":60}").problem(409, "key_state_conflict");
  }

  private void deleted() {
    Key key = house.make("");
    ask("DELETE", "/" + key.id(), "").is(204);
    ask("GET", "/" + key.id(), "").problem(404, "api_key_not_found");
  }
}
