package dev.latchkey.benchmarks.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** The load on both nodes: checks all the time, changes a few times a second, and reads. */
final class Load {

  private static final Duration BETWEEN_CHECKS = Duration.ofMillis(12);
  private static final Duration BETWEEN_KEYS = Duration.ofMillis(300);
  private static final Duration BETWEEN_TENANTS = Duration.ofMillis(900);
  private static final Duration BETWEEN_LEADS = Duration.ofMillis(200);
  private static final Duration BETWEEN_READS = Duration.ofMillis(150);
  /** One waits while another is not answered. */
  private static final int CHECKERS = 2;

  private final Known known = new Known();
  private final List<Api> nodes;
  private final KnownKey leadsKey;
  private final String campaign;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicReference<Optional<RuntimeException>> failure = new AtomicReference<>(Optional.empty());

  private Load(List<Api> nodes) {
    this.nodes = nodes;
    KnownTenant tenant = tenant("leads");
    this.leadsKey = key(tenant, "leads-key");
    this.campaign = nodes.getFirst().createCampaign(leadsKey);
  }

  /** Creates what the load needs, and starts it. */
  static Load start(List<Api> nodes) {
    Load load = new Load(nodes);
    for (int i = 0; i < nodes.size(); i++) {
      Api node = nodes.get(i);
      for (int checker = 0; checker < CHECKERS; checker++) {
        load.run(BETWEEN_CHECKS, new Checks(node, load.known));
      }
      load.run(BETWEEN_KEYS, new KeyChanges(node, load.known, load.tenant("keys-" + node.name())));
      load.run(BETWEEN_TENANTS, new TenantChanges(node, load.known));
      load.run(
          BETWEEN_LEADS, new LeadChanges(node, load.known, load.leadsKey, load.campaign, "+49151" + (i + 1)));
      load.run(BETWEEN_READS, new Reads(node, load.known, load.leadsKey, load.campaign));
    }
    return load;
  }

  /** Ends all threads. */
  void end() {
    ended.countDown();
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    failIfBroken();
  }

  /** Throws what a thread of the load ended with. */
  void failIfBroken() {
    failure.get().ifPresent(broken -> {
      throw new IllegalStateException("A thread of the load ended", broken);
    });
  }

  /** Reads everything that was created, or may have been, from each node. */
  void readAll() {
    for (Api node : nodes) {
      node.readAllTenants(known.tenantNames());
      for (KnownTenant tenant : known.tenants()) {
        node.readAllKeys(tenant, known.keys(tenant), known.uncertainKeys(tenant));
      }
      node.readAllLeads(leadsKey, campaign, known.leads());
    }
  }

  private KnownTenant tenant(String name) {
    KnownTenant tenant = nodes.getFirst().createTenant(name)
        .orElseThrow(() -> new IllegalStateException("The tenant " + name + " was not created"));
    known.add(tenant);
    return tenant;
  }

  private KnownKey key(KnownTenant tenant, String name) {
    KnownKey key = nodes.getFirst().createKey(tenant, name)
        .orElseThrow(() -> new IllegalStateException("The key " + name + " was not created"));
    known.add(tenant, key);
    return key;
  }

  private void run(Duration between, Work work) {
    threads.add(Thread.ofPlatform().name(work.getClass().getSimpleName()).start(() -> {
      try {
        while (!ended.await(between.toMillis(), TimeUnit.MILLISECONDS)) {
          work.step();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (RuntimeException e) {
        failure.set(Optional.of(e));
      }
    }));
  }
}
