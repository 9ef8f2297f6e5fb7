package dev.latchkey.bootstrap;

import dev.latchkey.application.port.in.ForChoosingPasswords;
import dev.latchkey.application.port.in.ForManagingCampaigns;
import dev.latchkey.application.port.in.ForManagingKeys;
import dev.latchkey.application.port.in.ForManagingTenants;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.PublicId;
import io.micronaut.context.BeanContext;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/** What the server says once it is up: where it listens and, in demo mode, what to try. */
final class Greeting {

  private static final int PASSWORD_BYTES = 10;

  private Greeting() {}

  static String of(BeanContext beans, Settings settings, String url) {
    String ready = "Latchkey is ready on " + url + System.lineSeparator();
    return settings.demo() ? ready + demo(beans, settings, url) : ready;
  }

  private static String demo(BeanContext beans, Settings settings, String url) {
    Demo demo = new Demo(
        beans.getBean(ForManagingTenants.class),
        beans.getBean(ForManagingCampaigns.class),
        beans.getBean(ForManagingKeys.class),
        beans.getBean(ForChoosingPasswords.class),
        Greeting::newPassword);
    Optional<Demo.Made> made = demo.fill(settings.operatorToken().holder());
    return made.map(m -> words(m, url))
        .orElse(
            """
                The database is not empty, so no demo was made. Keys are shown once: to get another demo, start with an
                empty LATCHKEY_DATA_DIR.
                """);
  }

  private static String words(Demo.Made made, String url) {
    return """

        Sign in to the dashboard at %s/en/%s
          e-mail %s, password %s

        Add a lead:

        %s

        Be refused, as this key may not write to that campaign:

        %s

        """
        .formatted(
            url,
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

  private static String newPassword() {
    byte[] bytes = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
