package dev.latchkey.bootstrap;

import dev.latchkey.application.port.in.ForCheckingPeppers;
import dev.latchkey.application.port.in.ForCheckingPeppers.Finding;
import io.micronaut.context.BeanContext;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports at the start what would otherwise be found out later. Stops it where every key would be refused, where a bean
 * that decides on access would be ignored, where a port cannot be resolved, or where a bean cannot be made.
 */
final class StartUpChecks {

  private static final Logger LOG = LoggerFactory.getLogger(StartUpChecks.class);

  private StartUpChecks() {}

  /**
   * Makes the beans and checks them, and checks the peppers against the database.
   *
   * @throws InvalidSettings where a bean cannot be made or would be ignored, or a pepper differs from the one that the
   *     database knows under its version
   */
  static void run(BeanContext beans, Settings settings) {
    settings.notes().forEach(LOG::warn);
    List<String> faults = new ArrayList<>(IgnoredSecurityBeans.faults(beans));
    faults.addAll(OwnBeans.faults(beans));
    List<String> unmade = OwnBeans.make(beans);
    faults.addAll(unmade);
    // The peppers are checked by beans too, and the check stores those that are new.
    if (unmade.isEmpty()) {
      faults.addAll(pepperFaults(beans));
    }
    if (!faults.isEmpty()) {
      throw new InvalidSettings(faults);
    }
  }

  private static List<String> pepperFaults(BeanContext beans) {
    List<String> faults = new ArrayList<>();
    for (Finding finding : beans.getBean(ForCheckingPeppers.class).check()) {
      switch (finding) {
        case Finding.Same _,Finding.New _ -> {
          // As it should be.
        }
        case Finding.Different(String version, long keys) -> faults.add(PepperTexts.different(version, keys));
        case Finding.Adopted(String version, long keys) -> LOG.warn(PepperTexts.ADOPTED, keys, version, version);
        case Finding.Missing(String version, long keys) -> LOG.warn(PepperTexts.MISSING, keys, version);
      }
    }
    return faults;
  }

  /**
   * Refuses ports without a bean or with more than one.
   *
   * @throws InvalidSettings where there is one
   */
  static void refuseUnresolvedPorts(BeanContext beans) {
    List<String> unresolved = UnresolvedPorts.faults(beans);
    if (!unresolved.isEmpty()) {
      throw new InvalidSettings(unresolved);
    }
  }

  /**
   * Refuses peppers that differ from those that the database knows, and changes nothing.
   *
   * @throws InvalidSettings where one differs
   */
  static void refuseOtherPeppers(BeanContext beans) {
    List<String> different = beans.getBean(ForCheckingPeppers.class).different();
    if (!different.isEmpty()) {
      throw new InvalidSettings(different.stream().map(PepperTexts::different).toList());
    }
  }
}
