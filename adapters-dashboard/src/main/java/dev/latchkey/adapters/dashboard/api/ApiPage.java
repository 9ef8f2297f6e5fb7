package dev.latchkey.adapters.dashboard.api;

import dev.latchkey.adapters.dashboard.frame.Frame;
import dev.latchkey.adapters.dashboard.frame.Framed;

/**
 * Model of the API page.
 *
 * @param url the URL of the API, without a trailing slash
 */
public record ApiPage(Frame frame, String url) implements Framed {

  /** Returns a v1 request that adds a lead; v1 requires the tenant id in the body. */
  public String v1() {
    return post("/v1/api/voice-campaigns/CAMPAIGN_ID/leads",
        "{\"tenant_id\":\"" + frame.place().apiId() + "\",\"phone_number\":\"+14155550123\"}");
  }

  /** Returns a v2 request that adds a lead; v2 derives the tenant from the key. */
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
