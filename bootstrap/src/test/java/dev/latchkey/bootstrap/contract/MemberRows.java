package dev.latchkey.bootstrap.contract;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** A tenant's members. */
record MemberRows(House house) {

  private static final String EVE = "{\"email\":\"eve@acme.example\",\"password\":\"a long pass phrase\",\"role\":\"VIEWER\"}";

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
        }));
  }
}
