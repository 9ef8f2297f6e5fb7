package dev.latchkey.application.port.out;

import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.domain.access.AcrossTenants;
import java.util.Map;

/**
 * The check values that show whether all servers of one store have the same pepper under a version. Every method throws
 * {@link StoreUnavailable} where the store cannot be reached.
 */
public interface ForStoringPepperChecks {

  /** Stores the value unless the version has one already; returns the one that is stored. All who ask at once get the same. */
  @AcrossTenants("peppers are the operator's, and the answer names no tenant")
  String keep(String pepperVersion, String value);

  /** The stored values by version. */
  @AcrossTenants("peppers are the operator's, and the answer names no tenant")
  Map<String, String> all();
}
