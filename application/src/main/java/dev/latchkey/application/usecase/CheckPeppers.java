package dev.latchkey.application.usecase;

import dev.latchkey.application.port.in.ForCheckingPeppers;
import dev.latchkey.application.port.out.ForSealingKeys;
import dev.latchkey.application.port.out.ForStoringKeys;
import dev.latchkey.application.port.out.ForStoringPepperChecks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Compares the check value of each pepper with the one that the store keeps. */
public final class CheckPeppers implements ForCheckingPeppers {

  private final ForSealingKeys seals;
  private final ForStoringPepperChecks checks;
  private final ForStoringKeys keys;

  public CheckPeppers(ForSealingKeys seals, ForStoringPepperChecks checks, ForStoringKeys keys) {
    this.seals = seals;
    this.checks = checks;
    this.keys = keys;
  }

  @Override
  public List<Finding> check() {
    return findings(this::kept);
  }

  @Override
  public List<Finding> compare() {
    return findings(CheckPeppers::unknown);
  }

  /** A finding about a version for which the store has no value, and under which that many keys are sealed. */
  private interface Unrecorded {
    Finding of(String version, long keys);
  }

  private List<Finding> findings(Unrecorded unrecorded) {
    // Read before any value is stored, so that a pepper that is new to the store is not reported as known.
    Map<String, String> known = checks.all();
    Map<String, Long> sealed = keys.countByPepperVersion();
    List<Finding> findings = new ArrayList<>();
    // A server that is about to stop stores no value.
    boolean sound = different(known).isEmpty();
    for (String version : new TreeSet<>(seals.pepperVersions())) {
      long count = sealed.getOrDefault(version, 0L);
      if (known.containsKey(version)) {
        findings.add(compared(version, known.getOrDefault(version, ""), count));
      } else if (sound) {
        findings.add(unrecorded.of(version, count));
      }
    }
    for (String version : new TreeSet<>(sealed.keySet())) {
      if (!seals.pepperVersions().contains(version)) {
        findings.add(new Finding.Missing(version, sealed.getOrDefault(version, 0L)));
      }
    }
    return List.copyOf(findings);
  }

  @Override
  public List<String> different() {
    return different(checks.all());
  }

  private List<String> different(Map<String, String> known) {
    return seals.pepperVersions()
        .stream()
        .filter(version -> known.containsKey(version) && !seals.checkValue(version).equals(known.get(version)))
        .sorted()
        .toList();
  }

  private Finding kept(String version, long count) {
    String stored = checks.keep(version, seals.checkValue(version));
    if (!stored.equals(seals.checkValue(version))) {
      // Another server that started at the same time stored its value first.
      return new Finding.Different(version, count);
    }
    return unknown(version, count);
  }

  private static Finding unknown(String version, long count) {
    return count == 0 ? new Finding.New(version) : new Finding.Adopted(version, count);
  }

  private Finding compared(String version, String stored, long count) {
    return stored.equals(seals.checkValue(version))
        ? new Finding.Same(version)
        : new Finding.Different(version, count);
  }
}
