package dev.latchkey.adapters.persistence;

import dev.latchkey.application.port.out.ForStoringKeys;
import dev.latchkey.application.port.out.ForStoringTenants;
import dev.latchkey.domain.access.CacheLookup;
import dev.latchkey.domain.access.StoredKey;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.ApiKey;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.ApplicationContext;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A node beside the one that the store has of its own: it looks at the feed only when it is told to, and its time stands
 * still. What a test has to say while the node looks or reads is said before it gets the answer.
 */
final class Node implements AutoCloseable {

  final AtomicInteger reads = new AtomicInteger();
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
  private final ApplicationContext context;
  private final FeedConnection connection;
  private final CredentialCache memory = new CredentialCache(nanos::get, 1_000);
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final FeedReader reader;
  private final CachedCredentials credentials;
  private volatile Runnable whileLooking = () -> {};
  private volatile Runnable whileReading = () -> {};

  Node(JdbcStore store) {
    this.context = store.context();
    this.connection = new FeedConnection(context.getBean(DatasourceConfiguration.class));
    this.reader = new FeedReader(
        new Listening(), memory, new FeedFigures(registry, memory), nanos::get, () -> Shop.NOW);
    this.credentials = new CachedCredentials(memory, this::read);
  }

  private final class Listening implements ChangeSource {

    @Override
    public Excerpt after(long position) throws SQLException {
      Excerpt excerpt = connection.after(position);
      whileLooking.run();
      return excerpt;
    }

    @Override
    public void close() {
      connection.close();
    }
  }

  private Optional<StoredKey> read(KeyId id) {
    reads.incrementAndGet();
    Optional<StoredKey> found = context.getBean(JdbcCredentials.class).find(id);
    whileReading.run();
    return found;
  }

  /** A node that has looked, and so may use its memory. */
  static Node lookingAt(JdbcStore store) {
    Node node = new Node(store);
    node.look();
    return node;
  }

  void look() {
    reader.look();
  }

  void lookMeanwhile(Runnable happens) {
    whileLooking = happens;
    look();
    whileLooking = () -> {};
  }

  /** From now on this happens whenever a key was read from the store and the answer is on its way. */
  void meanwhile(Runnable happens) {
    whileReading = happens;
  }

  void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  boolean isFresh() {
    return memory.isFresh();
  }

  CacheLookup recall(ApiKey key) {
    return credentials.recall(key.id());
  }

  Optional<ApiKey> find(ApiKey key) {
    return credentials.find(key.id()).map(StoredKey::key);
  }

  Optional<StoredKey> credential(ApiKey key) {
    return credentials.find(key.id());
  }

  long arrived() {
    return registry.get("latchkey.feed.lag").timer().count();
  }

  /** Changes keys as this node: it forgets what it changes. */
  ForStoringKeys keys() {
    return new JdbcKeys(
        context.getBean(Database.class),
        context.getBean(KeyRepository.class),
        context.getBean(RateRepository.class),
        context.getBean(AuditChain.class),
        context.getBean(ChangeFeed.class),
        memory);
  }

  ForStoringTenants tenants() {
    return new JdbcTenants(
        context.getBean(Database.class),
        context.getBean(TenantRepository.class),
        context.getBean(MemberRepository.class),
        context.getBean(AuditChain.class),
        context.getBean(ChangeFeed.class),
        memory);
  }

  @Override
  public void close() {
    connection.close();
  }
}
