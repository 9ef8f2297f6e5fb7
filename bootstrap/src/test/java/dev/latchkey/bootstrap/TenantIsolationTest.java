package dev.latchkey.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.latchkey.bootstrap.Platform.Key;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.HttpMethod;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * To a tenant, what belongs to another one is not there: every route that an API key opens answers its ids byte for byte
 * as it answers ids that do not exist. The routes are the server's own. Each is classified by the credential that it
 * requires, and the test fails for a route without a classification.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TenantIsolationTest {

  /** The credential that a route requires. */
  private enum Requires {

    API_KEY,
    OPERATOR_TOKEN,
    /** A session of a member: a page of the dashboard. */
    SESSION,
    NOTHING
  }

  /** Every route of the server with what it requires. HEAD requires what GET does. */
  private static final Map<String, Requires> ROUTES = routes();

  /** A variable of a path with the segment before it, which tells what it names. */
  private static final Pattern VARIABLE = Pattern.compile("/([a-z-]+)/\\{[^{}]*(?:\\{[^{}]*}[^{}]*)*}");

  private static final Pattern SEGMENT = Pattern.compile("\\{[^{}]*(?:\\{[^{}]*}[^{}]*)*}");

  private static final Map<String, String> TYPES = Map.of(
      "voice-campaigns", "VoiceCampaign",
      "api-keys", "ApiKey",
      "leads", "VoiceCampaignLead");

  /**
   * Bodies that name things, with the type of each. A route that takes a body is here, or the test fails on it; one that
   * deletes takes none unless it is here.
   */
  private static final Map<String, List<String>> BODIES = Map.ofEntries(
      Map.entry("POST /api/v2/voice-campaigns", List.of("{}")),
      Map.entry(
          "PATCH /api/v2/voice-campaigns/*", List.of("{\"name\":\"taken over\"}", "{\"type\":\"INBOUND\"}")),
      Map.entry("POST /api/v2/voice-campaigns/*/leads", List.of("{\"phone_number\":\"+14155550199\"}")),
      Map.entry("POST /api/v2/voice-campaigns/*/leads/bulk", List.of("[{\"phone_number\":\"+14155550199\"}]")),
      Map.entry(
          "PATCH /api/v2/voice-campaigns/*/leads/update/bulk",
          List.of("[{\"phone_number\":\"+14155550123\",\"first_name\":\"taken over\"}]")),
      Map.entry(
          "DELETE /api/v2/voice-campaigns/*/leads/remove/bulk",
          List.of(
              "[{\"phone_number\":\"+14155550123\"}]",
              "[{\"campaign_lead_id\":\"<VoiceCampaignLead>\"}]")),
      Map.entry("PATCH /api/v2/voice-campaigns/*/leads/*", List.of("{\"first_name\":\"taken over\"}")),
      Map.entry(
          "POST /v1/api/voice-campaigns/*/leads",
          List.of(
              "{\"tenant_id\":\"OWN_TENANT\",\"phone_number\":\"+14155550199\"}",
              "{\"tenant_id\":\"<Tenant>\",\"phone_number\":\"+14155550199\"}")),
      Map.entry(
          "PATCH /v1/api/voice-campaigns/*/lead/update",
          List.of(
              "{\"phone_number\":\"+14155550123\",\"first_name\":\"taken over\"}",
              "{\"tenant_id\":\"<Tenant>\",\"phone_number\":\"+14155550123\"}")),
      Map.entry(
          "DELETE /v1/api/voice-campaigns/*/lead/remove",
          List.of(
              "{\"campaign_lead_id\":\"<VoiceCampaignLead>\"}",
              "{\"tenant_id\":\"<Tenant>\",\"phone_number\":\"+14155550123\"}")),
      Map.entry(
          "POST /v1/api/voice-campaigns/*/lead/remove",
          List.of(
              "{\"campaign_lead_id\":\"<VoiceCampaignLead>\"}",
              "{\"tenant_id\":\"<Tenant>\",\"phone_number\":\"+14155550123\"}")),
      Map.entry("POST /api/v2/api-keys", List.of("{}")),
      Map.entry("PATCH /api/v2/api-keys/*", List.of("{\"name\":\"taken over\"}", "{\"unknown\":1}")),
      Map.entry("POST /api/v2/api-keys/*/rotate", List.of("{\"overlap_seconds\":0}")),
      Map.entry(
          "POST /api/v2/access/explain",
          List.of(
              "{\"key_id\":\"<ApiKey>\",\"permission\":\"leads:read\"}",
              "{\"key_id\":\"OWN_KEY\",\"permission\":\"leads:read\",\"campaign_id\":\"<VoiceCampaign>\"}")));

  private static Map<String, Requires> routes() {
    Map<Requires, String> routes = Map.of(
        Requires.API_KEY, """
            POST /api/v2/access/explain
            GET /api/v2/api-keys
            POST /api/v2/api-keys
            DELETE /api/v2/api-keys/*
            GET /api/v2/api-keys/*
            PATCH /api/v2/api-keys/*
            POST /api/v2/api-keys/*/rotate
            GET /api/v2/audit-events
            GET /api/v2/auth/whoami
            GET /api/v2/voice-campaigns
            POST /api/v2/voice-campaigns
            GET /api/v2/voice-campaigns/*
            PATCH /api/v2/voice-campaigns/*
            GET /api/v2/voice-campaigns/*/leads
            POST /api/v2/voice-campaigns/*/leads
            DELETE /api/v2/voice-campaigns/*/leads/*
            GET /api/v2/voice-campaigns/*/leads/*
            PATCH /api/v2/voice-campaigns/*/leads/*
            POST /api/v2/voice-campaigns/*/leads/bulk
            DELETE /api/v2/voice-campaigns/*/leads/remove/bulk
            PATCH /api/v2/voice-campaigns/*/leads/update/bulk
            DELETE /v1/api/voice-campaigns/*/lead/remove
            POST /v1/api/voice-campaigns/*/lead/remove
            PATCH /v1/api/voice-campaigns/*/lead/update
            POST /v1/api/voice-campaigns/*/leads
            """,
        Requires.OPERATOR_TOKEN, """
            POST /api/platform/v1/keys/verify
            GET /api/platform/v1/tenants
            POST /api/platform/v1/tenants
            GET /api/platform/v1/tenants/*
            PATCH /api/platform/v1/tenants/*
            GET /api/platform/v1/tenants/*/api-keys
            POST /api/platform/v1/tenants/*/api-keys
            DELETE /api/platform/v1/tenants/*/api-keys/*
            GET /api/platform/v1/tenants/*/api-keys/*
            PATCH /api/platform/v1/tenants/*/api-keys/*
            POST /api/platform/v1/tenants/*/api-keys/*/rotate
            GET /api/platform/v1/tenants/*/audit-events
            GET /api/platform/v1/tenants/*/members
            POST /api/platform/v1/tenants/*/members
            DELETE /api/platform/v1/tenants/*/members/*
            GET /api/platform/v1/tenants/*/members/*
            PATCH /api/platform/v1/tenants/*/members/*
            """,
        Requires.SESSION, """
            GET /*/*/settings/account
            POST /*/*/settings/account/password
            POST /*/*/settings/account/sessions
            GET /*/*/settings/api
            GET /*/*/settings/api-keys
            GET /*/*/settings/api-keys/*/deletion
            POST /*/*/settings/api-keys/*/deletion
            GET /*/*/settings/api-keys/*/edit
            POST /*/*/settings/api-keys/*/edit
            GET /*/*/settings/api-keys/*/rotation
            POST /*/*/settings/api-keys/*/rotation
            POST /*/*/settings/api-keys/*/status
            GET /*/*/settings/api-keys/new
            POST /*/*/settings/api-keys/new
            POST /*/*/settings/api-keys/search
            GET /*/*/settings/audit
            GET /*/*/settings/members
            POST /*/*/settings/members
            GET /*/*/settings/members/*
            POST /*/*/settings/members/*/password
            POST /*/*/settings/members/*/removal
            POST /*/*/settings/members/*/role
            GET /*/*/settings/why
            POST /*/*/settings/why
            POST /*/*/sign-out
            """,
        Requires.NOTHING, """
            GET /
            GET /*
            GET /*/*
            GET /*/*/sign-in
            POST /*/*/sign-in
            GET /dashboard/*
            GET /docs
            GET /docs/assets/*
            GET /health
            GET /health/*
            GET /openapi.json
            GET /openapi.yaml
            GET /problems/*
            GET /prometheus
            GET /version
            """);
    Map<String, Requires> required = new TreeMap<>();
    routes.forEach((requires, lines) -> lines.lines().forEach(route -> required.put(route, requires)));
    return required;
  }

  private ApplicationContext context;
  private Client anybody;
  private Key all;
  private Key few;
  private String ownTenant;
  private String ownCampaign;
  private Map<String, String> foreign;
  private String foreignName;

  @BeforeAll
  void twoTenants(@TempDir Path folder) {
    Settings settings = SettingsReader.read(
        Map.of(
            "LATCHKEY_DATA_DIR", folder.resolve("data").toString(),
            "LATCHKEY_HOST", "127.0.0.1",
            "LATCHKEY_PORT", "0",
            "LATCHKEY_OPERATOR_TOKEN", Platform.TOKEN));
    context = ContextBuilder.of(settings).start();
    anybody = new Client(context.getBean(EmbeddedServer.class).start().getURI()).sending("X-Request-Id", "the-same");
    Platform platform = Platform.of(anybody);

    ownTenant = platform.tenant("Own");
    all = platform.key(ownTenant, "{\"name\":\"all\",\"permissions\":[%s]}".formatted(everyPermission()));
    ownCampaign = Platform.campaign(anybody.with(all.text()));
    few = platform.key(
        ownTenant,
        """
            {"name":"few","permissions":[%s],"campaign_access":{"rules":[
              {"effect":"allow","actions":["read","write"],"campaigns":{"ids":["%s"]}},
              {"effect":"allow","actions":["read","write"],"campaigns":{"type":"INBOUND"}}]}}"""
            .formatted(everyPermission(), ownCampaign));

    foreignName = "A name that nobody else may read";
    String tenant = platform.tenant(foreignName);
    Key key = platform.key(tenant, "{\"name\":\"" + foreignName + "\"}");
    String campaign = Platform.campaign(anybody.with(key.text()));
    String lead = anybody.with(key.text())
        .post(Platform.leads(campaign), "{\"phone_number\":\"+14155550123\",\"first_name\":\"" + foreignName + "\"}")
        .text("data", "campaign_lead_id");
    foreign = Map.of("Tenant", tenant, "ApiKey", key.id(), "VoiceCampaign", campaign, "VoiceCampaignLead", lead);
  }

  @AfterAll
  void stop() {
    context.close();
  }

  private static String everyPermission() {
    return Stream
        .of("leads:read", "leads:write", "campaigns:read", "campaigns:write", "api_keys:read", "api_keys:write",
            "audit:read")
        .map(permission -> "\"" + permission + "\"")
        .collect(Collectors.joining(","));
  }

  @TestFactory
  Stream<DynamicTest> everyRouteAnswersForeignIdsAsIdsThatNobodyHas() {
    return routesThatRequire(Requires.API_KEY).flatMap(this::tests);
  }

  @TestFactory
  Stream<DynamicTest> noKeyOpensARouteOfTheOperator() {
    return routesThatRequire(Requires.OPERATOR_TOKEN).map(route -> dynamicTest(route, source(route), () -> {
      String method = route.substring(0, route.indexOf(' '));
      String path = SEGMENT.matcher(route.substring(route.indexOf(' ') + 1)).replaceAll(ownTenant);
      boolean takesABody = Set.of("POST", "PATCH").contains(method);
      assertThat(answer(method, path, takesABody ? "{}" : "", all).status()).isIn(401, 403);
    }));
  }

  /** A route without a classification would be compared by no test. */
  @Test
  void everyRouteIsClassified() {
    assertThat(served().map(TenantIsolationTest::shape).distinct())
        .as("the routes of the server; classify a new one in ROUTES by what it requires")
        .containsExactlyInAnyOrderElementsOf(ROUTES.keySet());
  }

  private Stream<String> routesThatRequire(Requires required) {
    return served().filter(route -> requires(route) == required);
  }

  private static Requires requires(String route) {
    Requires required = ROUTES.get(shape(route));
    assertThat(required).as("%s is new: classify it in ROUTES by what it requires", route).isNotNull();
    return required;
  }

  /** The method and the path with a star for each variable. */
  private static String shape(String route) {
    return SEGMENT.matcher(route).replaceAll("*").replaceFirst("^HEAD ", "GET ");
  }

  /** The routes of the server's router, with their variables. */
  private Stream<String> served() {
    return context.getBean(Router.class)
        .uriRoutes()
        .map(route -> route.getHttpMethodName() + " " + template(route))
        .distinct()
        .sorted();
  }

  private Stream<DynamicTest> tests(String route) {
    String method = route.substring(0, route.indexOf(' '));
    String template = route.substring(route.indexOf(' ') + 1);
    return Stream.of(all, few)
        .flatMap(key -> bodies(route).flatMap(body -> templates(template)
            .map(path -> {
              String name = method + " " + path + " " + body;
              return dynamicTest(name, source(name), () -> compare(method, path, body, key));
            })));
  }

  /** Surefire prints the name of a dynamic test only if the test has a source of its own. */
  private static URI source(String name) {
    return URI.create("route:" + URLEncoder.encode(name, StandardCharsets.UTF_8));
  }

  /** The template, and where it names something within something else, the same within a thing of one's own. */
  private Stream<String> templates(String template) {
    Matcher variables = VARIABLE.matcher(template);
    return variables.results().count() > 1
        ? Stream.of(template, variables.replaceFirst("/$1/" + Matcher.quoteReplacement(ownCampaign)))
        : Stream.of(template);
  }

  private Stream<String> bodies(String route) {
    String known = VARIABLE.matcher(route).replaceAll("/$1/*");
    boolean needsNone = Stream.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.DELETE)
        .anyMatch(method -> route.startsWith(method.name()));
    List<String> bodies = BODIES.getOrDefault(known, needsNone ? List.of("") : List.of());
    assertThat(bodies).as("%s is new: say in BODIES what it takes", known).isNotEmpty();
    return bodies.stream();
  }

  private void compare(String method, String template, String body, Key key) {
    Answer ofForeign = answer(method, filled(template, foreign), filledBody(body, foreign, key), key);
    Answer ofNobody = answer(method, filled(template, nobodys()), filledBody(body, nobodys(), key), key);

    assertThat(ofForeign.status()).isEqualTo(ofNobody.status());
    assertThat(comparable(ofForeign)).isEqualTo(comparable(ofNobody));
    assertThat(ofForeign.body()).isEqualTo(ofNobody.body()).doesNotContain(foreignName);
    foreign.values().forEach(id -> assertThat(ofForeign.body()).doesNotContain(id));
    if (template.contains("{")) {
      assertThat(ofForeign.status()).isIn(403, 404);
    }
  }

  private Answer answer(String method, String path, String body, Key key) {
    Client client = anybody.with(key.text());
    return body.isEmpty()
        ? client.answer(method, path, BodyPublishers.noBody())
        : client.withJson(method, path, body);
  }

  /** Each variable of the path replaced by an id of its type. */
  private static String filled(String template, Map<String, String> ids) {
    Matcher variables = VARIABLE.matcher(template);
    return variables.replaceAll(variable -> {
      String type = TYPES.get(variable.group(1));
      assertThat(type).as("%s is new: say in TYPES what it names", variable.group()).isNotNull();
      return Matcher.quoteReplacement("/" + variable.group(1) + "/" + ids.get(type));
    });
  }

  private String filledBody(String body, Map<String, String> ids, Key key) {
    String own = body.replace("OWN_TENANT", ownTenant).replace("OWN_KEY", key.id());
    for (Map.Entry<String, String> id : ids.entrySet()) {
      own = own.replace("<" + id.getKey() + ">", id.getValue());
    }
    return own;
  }

  /** Ids of the right types that nothing has, as long as real ones. */
  private Map<String, String> nobodys() {
    return foreign.keySet()
        .stream()
        .collect(
            Collectors.toMap(
                type -> type,
                type -> Base64.getEncoder()
                    .encodeToString((type + ":250387657208784777").getBytes(StandardCharsets.US_ASCII))));
  }

  private static Map<String, List<String>> comparable(Answer answer) {
    Map<String, List<String>> headers = new TreeMap<>(answer.headers());
    headers.remove("date");
    return headers;
  }

  private static String template(UriRouteInfo<?, ?> route) {
    return route.getUriMatchTemplate().toPathString();
  }
}
