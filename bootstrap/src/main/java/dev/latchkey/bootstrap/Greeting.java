package dev.latchkey.bootstrap;

import dev.latchkey.adapters.cli.Demo;
import dev.latchkey.application.port.in.ForChoosingPasswords;
import dev.latchkey.application.port.in.ForManagingCampaigns;
import dev.latchkey.application.port.in.ForManagingKeys;
import dev.latchkey.application.port.in.ForManagingTenants;
import dev.latchkey.application.port.out.ForPreparingTheStore;
import io.micronaut.context.BeanContext;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The text that the server prints once it is ready: its address and, in demo mode, what to try. */
final class Greeting {

  private static final Logger LOG = LoggerFactory.getLogger(Greeting.class);

  private static final int PASSWORD_BYTES = 10;

  private Greeting() {}

  static String of(BeanContext beans, Settings settings, String url) {
    String ready = store(beans.getBean(ForPreparingTheStore.class)) + "Latchkey is ready on " + url
        + System.lineSeparator();
    return settings.demo() ? ready + demo(beans, settings, url) : ready;
  }

  /** Returns what the store is and guarantees; empty if that cannot be said, because the server runs already. */
  static String store(ForPreparingTheStore store) {
    try {
      return store.describe() + System.lineSeparator();
    } catch (RuntimeException failed) {
      LOG.warn("The store cannot be described", failed);
      return "";
    }
  }

  private static String demo(BeanContext beans, Settings settings, String url) {
    Demo demo = new Demo(
        beans.getBean(ForManagingTenants.class),
        beans.getBean(ForManagingCampaigns.class),
        beans.getBean(ForManagingKeys.class),
        beans.getBean(ForChoosingPasswords.class),
        Greeting::newPassword);
    return demo.run(settings.operatorToken().holder(), url);
  }

  private static String newPassword() {
    byte[] bytes = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
