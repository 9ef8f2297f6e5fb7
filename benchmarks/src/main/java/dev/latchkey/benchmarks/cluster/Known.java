package dev.latchkey.benchmarks.cluster;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** What the campaign created, or may have. Can be used by many threads. */
final class Known {

  /** Keys whose revocation is under way or was acknowledged a moment ago are checked more often. */
  private static final int RECENT = 3;
  /** Rotated and forgotten keys are checked, too, but not more often than the others. */
  private static final int LAST = 60;

  private final List<KnownTenant> tenants = new ArrayList<>();
  private final List<String> tenantNames = new ArrayList<>();
  private final Map<KnownTenant, List<KnownKey>> keys = new HashMap<>();
  private final Map<KnownTenant, List<String>> uncertainKeys = new HashMap<>();
  private final List<String> leads = new ArrayList<>();
  private final List<KnownKey> allKeys = new ArrayList<>();
  private final Deque<KnownKey> recent = new ArrayDeque<>();

  synchronized void add(KnownTenant tenant) {
    tenants.add(tenant);
    tenantNames.add(tenant.name());
    keys.put(tenant, new ArrayList<>());
    uncertainKeys.put(tenant, new ArrayList<>());
  }

  synchronized void addUncertainTenant(String name) {
    tenantNames.add(name);
  }

  synchronized void add(KnownTenant tenant, KnownKey key) {
    keys.getOrDefault(tenant, new ArrayList<>()).add(key);
    allKeys.add(key);
  }

  synchronized void addUncertainKey(KnownTenant tenant, String name) {
    uncertainKeys.getOrDefault(tenant, new ArrayList<>()).add(name);
  }

  synchronized void addLead(String number) {
    leads.add(number);
  }

  synchronized void revoking(KnownKey key) {
    recent.addFirst(key);
    if (recent.size() > RECENT) {
      recent.removeLast();
    }
  }

  synchronized Optional<KnownKey> recentKey() {
    return any(List.copyOf(recent));
  }

  synchronized Optional<KnownKey> anyKey() {
    return any(allKeys.subList(Math.max(0, allKeys.size() - LAST), allKeys.size()));
  }

  synchronized Optional<KnownTenant> anyTenant() {
    return any(tenants);
  }

  synchronized Optional<String> anyLead() {
    return any(leads);
  }

  synchronized Optional<KnownTenant> tenant(String name) {
    return tenants.stream().filter(tenant -> tenant.name().equals(name)).findFirst();
  }

  synchronized List<KnownTenant> tenants() {
    return List.copyOf(tenants);
  }

  synchronized List<String> tenantNames() {
    return List.copyOf(tenantNames);
  }

  synchronized List<KnownKey> keys(KnownTenant tenant) {
    return List.copyOf(keys.getOrDefault(tenant, List.of()));
  }

  synchronized List<String> uncertainKeys(KnownTenant tenant) {
    return List.copyOf(uncertainKeys.getOrDefault(tenant, List.of()));
  }

  synchronized List<String> leads() {
    return List.copyOf(leads);
  }

  private static <T> Optional<T> any(List<T> items) {
    return items.isEmpty()
        ? Optional.empty()
        : Optional.of(items.get(ThreadLocalRandom.current().nextInt(items.size())));
  }
}
