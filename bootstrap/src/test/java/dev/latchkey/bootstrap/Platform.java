package dev.latchkey.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

/** The operator's view of a server, and the shortest way to something to test with. */
public record Platform(Client operator) {

  /** For a server that is told its token. */
  public static final String TOKEN = "an-operator-token-for-the-tests-alone";

  private static final String TENANTS = "/api/platform/v1/tenants";

  /** A key as it was handed out. */
  public record Key(String tenant, String id, String text, String masked) {

    /** The part that nobody may see again, without its checksum. */
    public String secret() {
      return text.substring(text.lastIndexOf('_') + 1, text.length() - 6);
    }
  }

  public static Platform of(Client client) {
    return new Platform(client.with(TOKEN));
  }

  /** Makes a tenant and tells its id. */
  public String tenant(String name) {
    return operator.post(TENANTS, "{\"name\":\"%s\"}".formatted(name)).isStatus(201).text("data", "id");
  }

  public String path(String tenant) {
    return TENANTS + "/" + tenant;
  }

  public String keys(String tenant) {
    return path(tenant) + "/api-keys";
  }

  public String path(Key key) {
    return keys(key.tenant()) + "/" + key.id();
  }

  public Key key(String tenant) {
    return key(tenant, "{\"name\":\"a key\"}");
  }

  public Key key(String tenant, String json) {
    return handedOut(tenant, operator.post(keys(tenant), json));
  }

  /** Makes a key and ends it. */
  public Key expired(String tenant) {
    Key key = key(tenant);
    operator.patch(path(key), "{\"expires_at\":\"2020-01-01T00:00:00Z\"}").isStatus(200);
    return key;
  }

  public static Key handedOut(String tenant, Answer answer) {
    answer.isStatus(201);
    return new Key(tenant, answer.text("data", "id"), answer.text("data", "key"), answer.text("data", "masked_key"));
  }

  /** Makes a campaign with a key that may, and tells its id. */
  public static String campaign(Client holder) {
    Answer answer = holder.post(
        "/api/v2/voice-campaigns",
        """
            {"name":"Welcome calls","type":"INBOUND","assistant_id":"a1","tenant_voice_provider_id":"p1",
             "dialer_type":"SINGLE"}""");
    answer.says(201, "Campaign created successfully");
    assertThat(answer.text("data", "campaign_status")).isEqualTo("DRAFT");
    return answer.text("data", "campaign_id");
  }

  public static String leads(String campaign) {
    return "/api/v2/voice-campaigns/" + campaign + "/leads";
  }

  public static String leadsV1(String campaign) {
    return "/v1/api/voice-campaigns/" + campaign + "/leads";
  }
}
