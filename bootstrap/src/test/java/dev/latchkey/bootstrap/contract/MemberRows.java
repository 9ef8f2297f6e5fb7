package dev.latchkey.bootstrap.contract;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** A tenant's members. */
record MemberRows(House house) {

  private static final List<String> REFUSED = List.of(
      "password",
      "PassWord",
      "12345678",
      "iloveyou",
      "trustno1",
      "aaaaaaaaaaaa",
      "eve.adams@acme.example",
      "Eve.Adams",
      "acme.example",
      "latchkey1");

  private static final String EVE = "{\"email\":\"eve.adams@acme.example\",\"password\":\"a long pass phrase\",\"role\":\"VIEWER\"}";

  Stream<DynamicTest> rows() {
    String members = house.platform().path(house.tenant()) + "/members";
    return Stream.of(
        dynamicTest("members: POST 201, 409 member_exists, GET, PATCH 200, DELETE 204, 404 member_not_found", () -> {
          String id = house.operator("POST " + members, EVE).is(201).text("data", "id");
          house.operator("POST " + members, EVE).problem(409, "member_exists");
          house.operator("GET " + members, "").is(200).members("status", "data", "next_cursor");
          house.operator("PATCH " + members + "/" + id, "{\"role\":\"ADMIN\"}").is(200);
          house.operator("DELETE " + members + "/" + id, "").is(204);
          house.operator("DELETE " + members + "/" + id, "").problem(404, "member_not_found");
        }),
        dynamicTest("passwords: a common one, the e-mail address, its parts, names and repetitions are refused", () -> {
          for (String password : REFUSED) {
            house.operator("POST " + members, EVE.replace("a long pass phrase", password))
                .problem(400, "validation_failed").answer().hasFaultAt("/password");
            house.operator(
                "POST /api/platform/v1/tenants",
                "{\"name\":\"Analytical\",\"owner\":{\"email\":\"eve.adams@acme.example\",\"password\":\"" + password
                    + "\"}}")
                .problem(400, "validation_failed").answer().hasFaultAt("/owner/password");
          }
          String id = house.operator("POST " + members, EVE).is(201).text("data", "id");
          house.operator("PATCH " + members + "/" + id, "{\"password\":\"Password1\"}")
              .problem(400, "validation_failed").fault("/password", "too_common");
          house.operator("PATCH " + members + "/" + id, "{\"password\":\"eve.adams@acme.example\"}")
              .problem(400, "validation_failed").fault("/password", "too_personal");
          house.operator("DELETE " + members + "/" + id, "").is(204);
        }));
  }
}
