package dev.latchkey.adapters.dashboard.api;

import dev.latchkey.adapters.dashboard.frame.Frame;
import dev.latchkey.adapters.dashboard.frame.Framed;

/**
 * The panel on the API.
 *
 * @param url where the API is reached, without a slash at its end
 */
public record ApiPage(Frame frame, String url) implements Framed {

  public String tenantId() {
    return frame.place().apiId();
  }

  /** Adds a lead by v1, which wants to be told the tenant. */
  public String v1() {
    return post("/v1/api/voice-campaigns/CAMPAIGN_ID/leads",
        "{\"tenant_id\":\"" + tenantId() + "\",\"phone_number\":\"+14155550123\"}");
  }

  /** Adds a lead by v2, which knows the tenant from the key. */
  public String v2() {
    return post("/api/v2/voice-campaigns/CAMPAIGN_ID/leads", "{\"phone_number\":\"+14155550123\"}");
  }

  private String post(String path, String body) {
    return String.join(
        " \\\n  ",
        "curl -sS -X POST '" + url + path + "'",
        "-H 'Authorization: Bearer YOUR_API_KEY'",
        "-H 'Content-Type: application/json'",
        "-d '" + body + "'");
  }
}
