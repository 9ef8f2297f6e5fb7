package dev.latchkey.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.bootstrap.Platform.Key;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nobody should send is refused with its code, and nothing is stored. */
class BadInputTest {

  private static final String ADA = "{\"phone_number\":\"+14155550123\"}";
  private static final String WHOAMI = "/api/v2/auth/whoami";
  private static final byte[] TWO_MEBIBYTES = ("{\"phone_number\":\"+14155550123\",\"first_name\":\""
      + "x".repeat(2 * 1024 * 1024) + "\"}").getBytes(StandardCharsets.US_ASCII);

  private static RunningServer server;
  private static Client anybody;
  private static Platform platform;
  private static String tenant;
  private static Key key;
  private static Client holder;
  private static String campaign;
  private static String others;
  private static Key othersKey;
  private static String othersCampaign;

  @BeforeAll
  static void startAServerWithTwoTenants(@TempDir Path folder) {
    server = RunningServer.start(folder.resolve("data"), Map.of("LATCHKEY_OPERATOR_TOKEN", Platform.TOKEN));
    anybody = server.client();
    platform = Platform.of(anybody);
    tenant = platform.tenant("Acme");
    key = platform.key(tenant);
    holder = anybody.with(key.text());
    campaign = Platform.campaign(holder);
    others = platform.tenant("Other");
    othersKey = platform.key(others);
    othersCampaign = Platform.campaign(anybody.with(othersKey.text()));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @AfterEach
  void nothingWasStored() {
    assertThat(holder.get(Platform.leads(campaign)).list()).isEmpty();
    assertThat(anybody.with(othersKey.text()).get(Platform.leads(othersCampaign)).list()).isEmpty();
    assertThat(platform.operator().get("/api/platform/v1/tenants").list()).hasSize(2);
    assertThat(platform.operator().get(platform.keys(tenant)).list()).hasSize(1);
    assertThat(platform.operator().get(platform.keys(others)).list()).hasSize(1);
  }

  @Test
  void whatIsNotJsonIsMalformed() {
    for (String broken : List.of("", "phone_number=%2B14155550123", "{\"phone_number\":", ADA + ADA, "{'a':1}",
        "\u0000",
        "{\"phone_number\":\"+14155550123\",\"phone_number\":\"+14155550124\"}", "[".repeat(100_000))) {
      holder.post(Platform.leads(campaign), broken).isProblem(400, "body_malformed");
      holder.post(Platform.leadsV1(campaign), broken).isProblem(400, "body_malformed");
      holder.post("/api/v2/voice-campaigns", broken).isProblem(400, "body_malformed");
      platform.operator().post("/api/platform/v1/tenants", broken).isProblem(400, "body_malformed");
      platform.operator().post(platform.keys(tenant), broken).isProblem(400, "body_malformed");
    }
  }

  @Test
  void anOriginThatIsNoneHindersNobody() {
    for (String origin : List.of("gzip", "null", "https://elsewhere.example")) {
      platform.operator().sending("Origin", origin).get("/api/platform/v1/tenants/" + tenant).isStatus(200);
    }
  }

  @Test
  void bytesThatAreNoTextAreMalformed() {
    byte[] notUtf8 = "{\"phone_number\":\"+14155550123\",\"first_name\":\"\u00e9\"}"
        .getBytes(StandardCharsets.ISO_8859_1);

    holder.sending("Content-Type", "application/json")
        .answer("POST", Platform.leads(campaign), BodyPublishers.ofByteArray(notUtf8))
        .isProblem(400, "body_malformed");
  }

  @Test
  void wrongTypesAreToldWithTheirPlaces() {
    assertThat(
        holder.post(
            Platform.leads(campaign),
            "{\"phone_number\":14155550123,\"first_name\":true,\"email\":[],\"custom_fields\":\"x\"}")
            .isProblem(400, "validation_failed")
            .faults())
        .containsOnlyKeys("/phone_number", "/first_name", "/email", "/custom_fields");
    for (String noObject : List.of("null", "[]", "\"x\"", "1", "true", "[" + ADA + "]")) {
      assertThat(holder.post(Platform.leads(campaign), noObject).isProblem(400, "validation_failed").faults())
          .containsOnlyKeys("");
    }
    assertThat(platform.operator().post("/api/platform/v1/tenants", "{\"name\":17}")
        .isProblem(400, "validation_failed").faults()).containsOnlyKeys("/name");
    assertThat(platform.operator().post(platform.keys(tenant), "{\"name\":\"k\",\"permissions\":\"leads:read\"}")
        .isProblem(400, "validation_failed").faults()).containsOnlyKeys("/permissions");
  }

  @Test
  void whatIsMissingIsNamedAllAtOnce() {
    assertThat(holder.post(Platform.leads(campaign), "{}").isProblem(400, "validation_failed").faults())
        .containsExactlyEntriesOf(Map.of("/phone_number", "required"));
    assertThat(holder.post("/api/v2/voice-campaigns", "{}").isProblem(400, "validation_failed").faults())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "/name", "required",
                "/type", "required",
                "/assistant_id", "required",
                "/tenant_voice_provider_id", "required",
                "/dialer_type", "required"));
    assertThat(platform.operator().post("/api/platform/v1/tenants", "{}").isProblem(400, "validation_failed").faults())
        .containsExactlyEntriesOf(Map.of("/name", "required"));
    assertThat(platform.operator().post(platform.keys(tenant), "{}").isProblem(400, "validation_failed").faults())
        .containsExactlyEntriesOf(Map.of("/name", "required"));
  }

  @Test
  void aNumberThatNobodyCanCallIsInvalid() {
    for (String number : List.of("", "14155550123", "+1 415 555 0123", "+0123456789", "+1234567890123456",
        "+1415555012x")) {
      assertThat(holder.post(Platform.leads(campaign), "{\"phone_number\":\"%s\"}".formatted(number))
          .isProblem(400, "validation_failed").faults()).containsOnlyKeys("/phone_number");
    }
  }

  @Test
  void aMisspeltRightGrantsNothing() {
    assertThat(platform.operator().post(platform.keys(tenant), "{\"name\":\"k\",\"permisions\":[\"leads:read\"]}")
        .isProblem(400, "unknown_field").faults()).containsOnlyKeys("/permisions");
    assertThat(platform.operator().post(platform.keys(tenant), "{\"name\":\"k\",\"permissions\":[\"leads:reed\"]}")
        .isProblem(400, "validation_failed").faults()).containsOnlyKeys("/permissions/0");
    platform.operator().post("/api/platform/v1/tenants", "{\"name\":\"T\",\"plan\":\"gold\"}")
        .isProblem(400, "unknown_field");
  }

  @Test
  void anUnknownIdIsNotFoundHoweverItIsWritten() {
    for (String id : List.of("VoiceCampaign:1", "Vm9pY2VDYW1wYWlnbjox", "nonsense", "Tenant:1", "%00",
        "VoiceCampaign:-1",
        "VoiceCampaign:99999999999999999999", "%F0%9F%98%80")) {
      holder.get(Platform.leads(id)).isProblem(404, "campaign_not_found");
      holder.post(Platform.leads(id), ADA).isProblem(404, "campaign_not_found");
      platform.operator().get(platform.path(id)).isProblem(404, "tenant_not_found");
      platform.operator().get(platform.keys(tenant) + "/" + id).isProblem(404, "api_key_not_found");
    }
  }

  @Test
  void anotherTenantsIdsAreAnsweredToTheByteLikeUnknownOnes() {
    Client asked = holder.sending("X-Request-Id", "same");
    Client operator = platform.operator().sending("X-Request-Id", "same");
    Client narrow = anybody.with(key.text()).sending("X-Request-Id", "same");

    assertSame(asked.get(Platform.leads("VoiceCampaign:1")), asked.get(Platform.leads(othersCampaign)), 404);
    assertSame(asked.post(Platform.leads("VoiceCampaign:1"), ADA), asked.post(Platform.leads(othersCampaign), ADA),
        404);
    String withTenant = "{\"tenant_id\":\"%s\",\"phone_number\":\"+14155550123\"}";
    for (String named : List.of(tenant, others)) {
      String body = withTenant.formatted(named);
      assertSame(
          narrow.post(Platform.leadsV1("VoiceCampaign:1"), body),
          narrow.post(Platform.leadsV1(othersCampaign), body),
          named.equals(tenant) ? 404 : 403);
    }
    assertSame(
        narrow.post(Platform.leadsV1(campaign), withTenant.formatted("Tenant:1")),
        narrow.post(Platform.leadsV1(campaign), withTenant.formatted(others)),
        403);
    String keys = platform.keys(tenant) + "/";
    assertSame(operator.get(keys + "ApiKey:1"), operator.get(keys + othersKey.id()), 404);
    assertSame(
        operator.patch(keys + "ApiKey:1", "{\"status\":\"DISABLED\"}"),
        operator.patch(keys + othersKey.id(), "{\"status\":\"DISABLED\"}"),
        404);
    assertSame(operator.delete(keys + "ApiKey:1"), operator.delete(keys + othersKey.id()), 404);
    anybody.with(othersKey.text()).get(WHOAMI).isStatus(200);
  }

  @Test
  void aBodyOfTwoMebibytesIsTooLarge() {
    Client typed = holder.sending("Content-Type", "application/json");

    typed.answer("POST", Platform.leads(campaign), BodyPublishers.ofByteArray(TWO_MEBIBYTES))
        .isProblem(413, "body_too_large");
    typed.answer("POST", Platform.leadsV1(campaign), BodyPublishers.ofByteArray(TWO_MEBIBYTES))
        .isProblem(413, "body_too_large");
    typed.answer(
        "POST",
        Platform.leads(campaign),
        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(TWO_MEBIBYTES)))
        .isProblem(413, "body_too_large");
    anybody.sending("Content-Type", "application/json")
        .answer("POST", Platform.leads(campaign), BodyPublishers.ofByteArray(TWO_MEBIBYTES))
        .isProblem(401, "credentials_missing");
  }

  @Test
  void aBodyThatSaysItIsSomethingElseIsNotRead() {
    for (String type : List.of("text/plain", "application/xml", "application/x-www-form-urlencoded", "nonsense")) {
      holder.sending("Content-Type", type)
          .post(Platform.leads(campaign), ADA)
          .isProblem(415, "unsupported_media_type");
    }
  }

  @Test
  void aListWithAWrongLimitOrCursorIsInvalid() {
    for (String query : List.of("limit=0", "limit=101", "limit=x", "limit=-1", "limit=3.0", "cursor=x", "cursor=%00")) {
      assertThat(holder.get(Platform.leads(campaign) + "?" + query).isProblem(400, "validation_failed").faults())
          .containsOnlyKeys("/" + query.substring(0, query.indexOf('=')));
    }
  }

  @Test
  void aKeyThatWasCopiedBadlyIsToldSo() {
    String text = key.text();
    String inner = text.substring(0, 20) + " " + text.substring(20);
    String mistyped = text.substring(0, 30) + (text.charAt(30) == 'x' ? 'y' : 'x') + text.substring(31);

    anybody.with(inner).get(WHOAMI)
        .isProblem(401, "credentials_malformed")
        .challenges("Bearer realm=\"latchkey\", error=\"invalid_request\"");
    assertThat(anybody.with(inner).get(WHOAMI).text("detail")).contains("space");
    for (String cut : List.of(text.substring(0, text.length() - 1), text.substring(0, 20), "lk_live_", "lk_")) {
      assertThat(
          anybody.with(cut).get(WHOAMI)
              .isProblem(401, "key_malformed")
              .challenges("Bearer realm=\"latchkey\", error=\"invalid_token\"")
              .text("detail"))
          .contains("cut short");
    }
    assertThat(anybody.with(mistyped).get(WHOAMI).isProblem(401, "key_malformed").text("detail")).contains("mistyped");
    for (String wrong : List.of(text + "x", text.toUpperCase(Locale.ROOT), "sk_live_1",
        text.replace("live", "dev"))) {
      anybody.with(wrong).get(WHOAMI).isProblem(401, "key_malformed");
    }
    holder.get(WHOAMI).isStatus(200);
  }

  @Test
  void aKeyThatIsWellFormedButNobodysIsInvalid() {
    Key deleted = platform.key(tenant);
    platform.operator().delete(platform.path(deleted)).isStatus(204);
    String unknown = ForgedKey.like(key).withAnotherId();
    String wrongSecret = ForgedKey.like(key).withAnotherSecret();

    Client same = anybody.sending("X-Request-Id", "same");
    Answer refused = same.with(deleted.text()).get(WHOAMI)
        .isProblem(401, "key_invalid")
        .challenges("Bearer realm=\"latchkey\", error=\"invalid_token\"");
    assertSame(refused, same.with(unknown).get(WHOAMI), 401);
    assertSame(refused, same.with(wrongSecret).get(WHOAMI), 401);
  }

  @Test
  void anAuthorizationHeaderOfAnotherShapeIsMalformed() {
    Map<String, String> faults = new TreeMap<>();
    for (String value : List.of(key.text(), "Basic dTpw", "Token " + key.text(), "Bearer", "Bearer" + key.text(),
        "Bearer " + "x".repeat(600), "Bearer  " + key.text(), "Bearer a b")) {
      Answer refused = anybody.sending("Authorization", value).get(WHOAMI)
          .isProblem(401, "credentials_malformed")
          .challenges("Bearer realm=\"latchkey\", error=\"invalid_request\"");
      faults.put(value, refused.text("detail"));
      assertThat(refused.body()).doesNotContain(key.secret());
    }
    assertThat(faults.get(key.text())).contains("Bearer ");
    assertThat(faults.get("Bearer " + "x".repeat(600))).contains("512");
    assertThat(faults.get("Bearer a b")).contains("space");
    for (String scheme : List.of("bearer ", "BEARER ", "BeArEr ")) {
      anybody.sending("Authorization", scheme + key.text()).get(WHOAMI).isStatus(200);
    }
  }

  @Test
  void twoAuthorizationHeadersAreRefusedEvenIfBothAreRight() throws IOException {
    String right = "Authorization: Bearer " + key.text();

    Answer refused = raw("GET " + WHOAMI + " HTTP/1.1", "Host: localhost", right, right, "Connection: close", "");
    assertThat(refused.isProblem(401, "credentials_malformed").text("detail")).contains("more than one");
    raw("GET " + WHOAMI + " HTTP/1.1", "Host: localhost", right, "Connection: close", "").isStatus(200);
  }

  @Test
  void anEmptyAuthorizationHeaderIsMalformed() throws IOException {
    raw("GET " + WHOAMI + " HTTP/1.1", "Host: localhost", "Authorization:", "Connection: close", "")
        .isProblem(401, "credentials_malformed");
    raw("GET " + WHOAMI + " HTTP/1.1", "Host: localhost", "Authorization: Bearer ", "Connection: close", "")
        .isProblem(401, "credentials_malformed");
  }

  @Test
  void aKeyAnywhereButInTheHeaderIsNotLookedAt() {
    String text = key.text();
    for (String name : List.of("api_key", "key", "access_token", "token", "authorization", "Authorization")) {
      anybody.get(WHOAMI + "?" + name + "=" + text).isProblem(401, "credentials_missing");
      anybody.get(WHOAMI + "?" + name + "=Bearer%20" + text).isProblem(401, "credentials_missing");
      anybody.sending("Cookie", name + "=" + text).get(WHOAMI).isProblem(401, "credentials_missing");
      anybody.post(Platform.leads(campaign), "{\"%s\":\"%s\",\"phone_number\":\"+14155550123\"}".formatted(name, text))
          .isProblem(401, "credentials_missing");
    }
    anybody.sending("X-Api-Key", text).get(WHOAMI).isProblem(401, "credentials_missing");
    anybody.sending("Content-Type", "application/x-www-form-urlencoded")
        .post(Platform.leads(campaign), "access_token=" + text + "&phone_number=%2B14155550123")
        .isProblem(401, "credentials_missing");
  }

  @Test
  void whatIsNotProperHttpIsAProblemToo() throws IOException {
    for (String target : List.of("/api/v2/voice-campaigns/%zz/leads", "/%", "/api/v2/auth/whoami?%zz=1", "//",
        "/..//")) {
      Answer refused = raw("GET " + target + " HTTP/1.1", "Host: localhost", "Connection: close", "");
      assertThat(refused.status()).as(target + " " + refused).isBetween(400, 499);
    }
  }

  private static Answer raw(String... lines) throws IOException {
    try (RawRequest request = RawRequest.to(server.url())) {
      return request.lines(lines).answer();
    }
  }

  /** All but the date, which is no secret. */
  private static void assertSame(Answer one, Answer other, int status) {
    one.isStatus(status);
    assertThat(undated(other)).isEqualTo(undated(one));
  }

  private static Answer undated(Answer answer) {
    Map<String, List<String>> headers = new TreeMap<>(answer.headers());
    headers.remove("date");
    return new Answer(answer.status(), headers, answer.body());
  }
}
