package dev.latchkey.bootstrap;

import java.util.List;

/**
 * A route of the API for tests that go through all of them. {@code RoutesTest} fails where the server has one that is not
 * in the list.
 *
 * @param path with the type of each id in its place, such as {@code {VoiceCampaign}}
 * @param body one that is good; empty where the route takes none
 */
record ApiRoute(String method, String path, String body) {

  private static final String CAMPAIGNS = "/api/v2/voice-campaigns";
  private static final String CAMPAIGN = CAMPAIGNS + "/{VoiceCampaign}";
  private static final String LEADS = CAMPAIGN + "/leads";
  private static final String V1 = "/v1/api/voice-campaigns/{VoiceCampaign}";
  private static final String KEYS = "/api/v2/api-keys";
  private static final String TENANTS = "/api/platform/v1/tenants";
  private static final String TENANT = TENANTS + "/{Tenant}";

  private static final String LEAD = """
      {"phone_number":"+14155550123","first_name":"Ada","last_name":"L","email":"a@b.example",
       "custom_fields":{"plan":"gold","seats":3,"trial":true}}""";
  private static final String LEAD_UPDATE = """
      {"phone_number":"+14155550123","first_name":"Ada","do_not_call":true,"mark_as_unanswered":false,
       "custom_fields":{"plan":null,"seats":4},"tenant_id":"<Tenant>"}""";
  private static final String KEY = """
      {"name":"k","permissions":["leads:read","leads:write"],"campaign_access":{"rules":[
       {"effect":"allow","actions":["read","write"],"campaigns":{"all":true}},
       {"effect":"deny","actions":["write"],"campaigns":{"ids":["<VoiceCampaign>"]}}]},
       "expires_at":"2999-01-01T00:00:00Z","not_before":"2020-01-01T00:00:00Z","allowed_addresses":["127.0.0.0/8"],
       "rate_limit":{"requests":100,"window_seconds":60}}""";
  private static final String KEY_CHANGE = "{\"name\":\"k2\",\"status\":\"ACTIVE\",\"rate_limit\":null}";
  private static final String ROTATION = "{\"overlap_seconds\":600}";
  private static final String CAMPAIGN_PLAN = """
      {"name":"c","type":"OUTBOUND","assistant_id":"a","tenant_voice_provider_id":"p","dialer_type":"POOL",
       "vapi_calling_entity":"ASSISTANT","phone_number_pool_id":"pool","start_date":"2030-01-01","end_date":"2030-02-01",
       "timezone":"Europe/Berlin","days_of_week":["MONDAY"],"daily_start_time":"09:00","daily_end_time":"17:00:00",
       "max_call_attempts":3,"max_daily_attempts":1,"min_gap_between_attempts":3,"consider_voicemail_as_answered":true,
       "webhook_url":"https://hooks.example.com/x"}""";

  static final List<ApiRoute> ALL = List.of(
      new ApiRoute("GET", "/version", ""),
      new ApiRoute("GET", "/problems/key_malformed", ""),
      new ApiRoute("GET", "/health/liveness", ""),
      new ApiRoute("GET", "/api/v2/auth/whoami", ""),
      new ApiRoute("POST", "/api/v2/access/explain", """
          {"key_id":"<ApiKey>","permission":"leads:read","campaign_id":"<VoiceCampaign>","address":"192.0.2.1",
           "at":"2030-01-01T00:00:00Z"}"""),
      new ApiRoute("GET", "/api/v2/audit-events", ""),
      new ApiRoute("POST", KEYS, KEY),
      new ApiRoute("GET", KEYS, ""),
      new ApiRoute("GET", KEYS + "/{ApiKey}", ""),
      new ApiRoute("PATCH", KEYS + "/{ApiKey}", KEY_CHANGE),
      new ApiRoute("DELETE", KEYS + "/{ApiKey}", ""),
      new ApiRoute("POST", KEYS + "/{ApiKey}/rotate", ROTATION),
      new ApiRoute("POST", CAMPAIGNS, CAMPAIGN_PLAN),
      new ApiRoute("GET", CAMPAIGNS, ""),
      new ApiRoute("GET", CAMPAIGN, ""),
      new ApiRoute("PATCH", CAMPAIGN, "{\"name\":\"c2\",\"max_call_attempts\":4,\"webhook_url\":null}"),
      new ApiRoute("POST", LEADS, LEAD),
      new ApiRoute("GET", LEADS, ""),
      new ApiRoute("POST", LEADS + "/bulk", "[" + LEAD + "," + LEAD + "]"),
      new ApiRoute("PATCH", LEADS + "/update/bulk", "[" + LEAD_UPDATE + "]"),
      new ApiRoute("DELETE", LEADS + "/remove/bulk", "[{\"phone_number\":\"+14155550123\"}]"),
      new ApiRoute("GET", LEADS + "/{VoiceCampaignLead}", ""),
      new ApiRoute("PATCH", LEADS + "/{VoiceCampaignLead}", LEAD_UPDATE),
      new ApiRoute("DELETE", LEADS + "/{VoiceCampaignLead}", ""),
      new ApiRoute("POST", V1 + "/leads", LEAD.replaceFirst("\\{", "{\"tenant_id\":\"<Tenant>\",")),
      new ApiRoute("PATCH", V1 + "/lead/update", LEAD_UPDATE),
      new ApiRoute("DELETE", V1 + "/lead/remove", "{\"phone_number\":\"+14155550123\",\"tenant_id\":\"<Tenant>\"}"),
      new ApiRoute("POST", V1 + "/lead/remove", "{\"phone_number\":\"+14155550123\",\"tenant_id\":\"<Tenant>\"}"),
      new ApiRoute("POST", TENANTS, "{\"name\":\"t\"}"),
      new ApiRoute("GET", TENANTS, ""),
      new ApiRoute("GET", TENANT, ""),
      new ApiRoute("PATCH", TENANT, "{\"name\":\"t2\",\"status\":\"ACTIVE\",\"reason\":\"r\"}"),
      new ApiRoute("GET", TENANT + "/audit-events", ""),
      new ApiRoute("POST", TENANT + "/api-keys", KEY),
      new ApiRoute("GET", TENANT + "/api-keys", ""),
      new ApiRoute("GET", TENANT + "/api-keys/{ApiKey}", ""),
      new ApiRoute("PATCH", TENANT + "/api-keys/{ApiKey}", KEY_CHANGE),
      new ApiRoute("DELETE", TENANT + "/api-keys/{ApiKey}", ""),
      new ApiRoute("POST", TENANT + "/api-keys/{ApiKey}/rotate", ROTATION),
      new ApiRoute("POST", TENANT + "/members",
          "{\"email\":\"a@b.example\",\"password\":\"short\",\"role\":\"VIEWER\"}"),
      new ApiRoute("GET", TENANT + "/members", ""),
      new ApiRoute("GET", TENANT + "/members/{Member}", ""),
      new ApiRoute("PATCH", TENANT + "/members/{Member}", "{\"role\":\"ADMIN\"}"),
      new ApiRoute("DELETE", TENANT + "/members/{Member}", ""),
      new ApiRoute("POST", "/api/platform/v1/keys/verify",
          "{\"key\":\"KEY\",\"permission\":\"leads:read\",\"campaign_id\":\"<VoiceCampaign>\",\"address\":\"192.0.2.1\"}"));

  boolean isTheOperators() {
    return path.startsWith("/api/platform/");
  }

  /** The method and the path with every id as a star. */
  String shape() {
    return method + " " + path.replaceAll("\\{[^}]*}", "*");
  }
}
