package dev.latchkey.bootstrap;

import dev.latchkey.application.port.out.ForSealingKeys;
import dev.latchkey.application.port.out.ForStoringKeys;
import io.micronaut.context.BeanContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says at the start what would otherwise be found out later. */
final class StartUpChecks {

  private static final Logger LOG = LoggerFactory.getLogger(StartUpChecks.class);

  private StartUpChecks() {}

  static void run(BeanContext beans, Settings settings) {
    settings.notes().forEach(LOG::warn);
    ForSealingKeys seals = beans.getBean(ForSealingKeys.class);
    beans.getBean(ForStoringKeys.class).countByPepperVersion().forEach((version, keys) -> {
      if (!seals.pepperVersions().contains(version)) {
        LOG.warn(
            "{} keys are sealed under the pepper {}, which is not in LATCHKEY_PEPPERS: they are refused."
                + " Add it behind the current one, or have their holders replaced by new keys.",
            keys,
            version);
      }
    });
  }
}
