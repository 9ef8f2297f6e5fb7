package dev.latchkey.adapters.persistence.lead;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapters.persistence.fixtures.JdbcStore;
import dev.latchkey.adapters.persistence.fixtures.Shop;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.CampaignScope;
import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.id.LeadId;
import dev.latchkey.domain.lead.CustomValue;
import dev.latchkey.domain.lead.Lead;
import dev.latchkey.domain.lead.LeadDetails;
import dev.latchkey.domain.lead.LeadFilter;
import dev.latchkey.domain.lead.PhoneNumber;
import io.micronaut.data.annotation.Query;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How leads are found, seen from within this adapter. */
interface LeadPagesContract {

  JdbcStore store();

  @ParameterizedTest
  @CsvSource({
      "newest, campaign_lead_by_campaign",
      "marked, campaign_lead_by_mark",
      "withEmail, campaign_lead_by_email",
      "amongNewest, campaign_lead_by_campaign",
      "createdSince, campaign_lead_by_creation",
      "updatedSince, campaign_lead_by_update"})
  default void everyWayToAskHasAnIndex(String method, String index) throws SQLException {
    String sql = Arrays.stream(LeadRepository.class.getDeclaredMethods())
        .filter(candidate -> candidate.getName().equals(method))
        .map(found -> Objects.requireNonNull(found.getAnnotation(Query.class)).value())
        .findFirst()
        .orElseThrow()
        .replace(":doNotCall", "TRUE")
        // Of one row at most, MySQL would read it while it plans, and so plan nothing.
        .replace(":limit", "20")
        .replaceAll(":(before|campaignId|createdSince|updatedSince)", "1")
        .replace(":email", "'ada@shop.example'");

    assertThat(explained(sql)).containsIgnoringCase(index);
  }

  @Test
  default void aLeadThatWasStoredBeforeAddressesHadAColumnIsFoundByItsAddress() throws Exception {
    Shop shop = Shop.in(store());
    Campaign campaign = shop.stored(shop.campaign());
    CampaignScope scope = shop.inside(campaign);
    Lead named = lead(campaign, 1, Optional.of("\"email\":\"eve@shop.example\""), Optional.of("Ada@Shop.example"));
    Lead bare = lead(campaign, 2, Optional.of("\",\"email\":\"eve@shop.example\",\""), Optional.empty());
    store().leads().add(scope, named);
    store().leads().add(scope, bare);
    try (Connection connection = store().connect(); Statement statement = connection.createStatement()) {
      statement.executeUpdate("UPDATE campaign_lead SET email = NULL");
      assertThat(store().leads().list(scope, email("ada@shop.example"), PageRequest.first(5)).items()).isEmpty();

      statement.executeUpdate(fillingIn());
    }

    assertThat(store().leads().list(scope, email("ada@shop.example"), PageRequest.first(5)).items())
        .containsExactly(named);
    assertThat(store().leads().list(scope, email("eve@shop.example"), PageRequest.first(5)).items()).isEmpty();
  }

  private String explained(String sql) throws SQLException {
    StringBuilder plan = new StringBuilder();
    try (Connection connection = store().connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("EXPLAIN " + sql)) {
      while (rows.next()) {
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          plan.append(rows.getString(i)).append(' ');
        }
      }
    }
    return plan.toString();
  }

  /** The statement of the migration that does it. */
  private static String fillingIn() throws IOException {
    try (InputStream migration = Objects.requireNonNull(
        LeadPagesContract.class.getResourceAsStream("/db/migration/V7__leads_by_email_mark_and_time.sql"))) {
      String script = new String(migration.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(script.split(";"))
          .map(String::strip)
          .filter(statement -> statement.startsWith("UPDATE"))
          .findFirst()
          .orElseThrow();
    }
  }

  private static Lead lead(Campaign campaign, int number, Optional<String> firstName, Optional<String> email) {
    LeadDetails details = new LeadDetails(
        firstName, Optional.empty(), email, Map.of("email", new CustomValue.Text("eve@shop.example")));
    return Lead.added(
        new LeadId(Shop.nextId()), campaign.id(), new PhoneNumber("+491511234567" + number), details, false, Shop.NOW);
  }

  private static LeadFilter email(String email) {
    return new LeadFilter(Optional.empty(), Optional.of(email), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
