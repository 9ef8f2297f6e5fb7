package dev.latchkey.application.port.out;

import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.domain.access.AcrossTenants;
import java.util.Map;

/**
 * Check values that show whether all servers of one store have the same pepper for a version. Every method throws
 * {@link StoreUnavailable} if the store cannot be reached.
 */
public interface ForStoringPepperChecks {

  /**
   * Stores the value unless the version already has one; returns the stored value. Versions that differ only in upper
   * and lower case are different versions. All concurrent callers get the same value.
   */
  @AcrossTenants("peppers are the operator's, and the answer names no tenant")
  String keep(String pepperVersion, String value);

  /** Returns the stored values by version. */
  @AcrossTenants("peppers are the operator's, and the answer names no tenant")
  Map<String, String> all();
}
