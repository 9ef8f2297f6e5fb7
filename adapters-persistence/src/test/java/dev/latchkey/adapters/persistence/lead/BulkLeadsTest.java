package dev.latchkey.adapters.persistence.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.latchkey.adapters.persistence.feed.FeedPolling;
import dev.latchkey.adapters.persistence.fixtures.Gate;
import dev.latchkey.adapters.persistence.fixtures.H2;
import dev.latchkey.adapters.persistence.fixtures.JdbcStore;
import dev.latchkey.adapters.persistence.fixtures.Server;
import dev.latchkey.adapters.persistence.fixtures.Shop;
import dev.latchkey.domain.access.CampaignScope;
import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.lead.Lead;
import dev.latchkey.domain.lead.LeadReference;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BulkLeadsTest {

  @Nested
  class OnH2 implements BulkLeadsContract {

    @Override
    public JdbcStore store() {
      return H2.shared();
    }
  }

  @Nested
  class OnServer implements BulkLeadsContract {

    /** The driver keeps short statements and not long ones, and asks a connection that has rested whether it is alive. */
    private static final int OF_NO_ACCOUNT = 9;

    private record RoundTrips(int adding, int changing, int removing) {}

    @Override
    public JdbcStore store() {
      return Server.shared();
    }

    @Test
    void theNumberOfRoundTripsDoesNotGrowWithTheNumberOfLeads() throws Exception {
      try (Gate gate = Server.gate(); JdbcStore store = Server.through(gate, store())) {
        Shop shop = Shop.in(store);
        Campaign campaign = shop.stored(shop.campaign());
        store.context().destroyBean(FeedPolling.class);
        awaitThatThePoolIsFull(store);

        RoundTrips few = roundTrips(10, shop, campaign, gate);
        RoundTrips many = roundTrips(1000, shop, campaign, gate);
        assertThat(many.adding()).isLessThanOrEqualTo(few.adding() + OF_NO_ACCOUNT);
        assertThat(many.changing()).isLessThanOrEqualTo(few.changing() + OF_NO_ACCOUNT);
        assertThat(many.removing()).isLessThanOrEqualTo(few.removing() + OF_NO_ACCOUNT);
      }
    }

    /** Nothing else is asked of the server from then on. */
    private static void awaitThatThePoolIsFull(JdbcStore store) throws Exception {
      HikariDataSource pool = DelegatingDataSource.unwrapDataSource(store.context().getBean(DataSource.class))
          .unwrap(HikariDataSource.class);
      await().atMost(Duration.ofMinutes(1))
          .until(() -> pool.getHikariPoolMXBean().getTotalConnections() == pool.getMaximumPoolSize());
    }

    private static RoundTrips roundTrips(int leads, Shop shop, Campaign campaign, Gate gate) {
      CampaignScope scope = shop.inside(campaign);
      List<Lead> added = IntStream.range(0, leads).mapToObj(i -> shop.lead(campaign, number(i))).toList();
      List<LeadReference> named = IntStream.range(0, leads).mapToObj(i -> shop.named(number(i))).toList();

      int start = gate.roundTrips();
      shop.store().leads().addAll(scope, added);
      int afterAdding = gate.roundTrips();
      shop.store()
          .leads()
          .changeAll(scope, IntStream.range(0, leads).mapToObj(i -> shop.marked(number(i))).toList(), Shop.NOW);
      int afterChanging = gate.roundTrips();
      assertThat(shop.store().leads().removeAll(scope, named)).hasSize(leads).allMatch(Optional::isPresent);
      return new RoundTrips(afterAdding - start, afterChanging - afterAdding, gate.roundTrips() - afterChanging);
    }

    private static String number(int i) {
      return "+4915" + (100_000_000 + i);
    }
  }
}
