package dev.latchkey.adapters.cli;

import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.PublicId;
import java.util.Locale;

/** The text that demo mode prints: how to sign in, and two requests to try. */
final class DemoText {

  static final String NOTHING_CREATED = """
      The database is not empty, so no demo was made. Keys are shown once: to get another demo, start with an
      empty LATCHKEY_DATA_DIR.
      """;

  private DemoText() {}

  static String of(Demo.Made made, String url) {
    return String.format(Locale.ROOT, """

        Sign in to the dashboard at %s/en/%s
          e-mail %s, password %s

        Add a lead:

        %s

        Be refused, as this key may not write to that campaign:

        %s

        """, url,
        PublicId.of(made.tenant()),
        made.email(),
        made.password(),
        curl(made, url, made.open()),
        curl(made, url, made.closed()));
  }

  private static String curl(Demo.Made made, String url, CampaignId campaign) {
    return "curl -sS -X POST '" + url + "/api/v2/voice-campaigns/" + PublicId.of(campaign) + "/leads'"
        + " -H 'Authorization: Bearer " + made.key().reveal() + "'"
        + " -H 'Content-Type: application/json'"
        + " -d '{\"phone_number\":\"+14155550123\",\"first_name\":\"Ada\"}'";
  }
}
