package dev.latchkey.adapters.persistence;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface LeadRepository extends GenericRepository<LeadRow, Long> {

  void save(LeadRow row);

  Optional<LeadRow> findByCampaignIdAndPhoneNumber(long campaignId, String phoneNumber);

  @Query("SELECT * FROM campaign_lead WHERE campaign_id = :campaignId AND id < :before ORDER BY id DESC LIMIT :limit")
  List<LeadRow> newest(long campaignId, long before, int limit);
}
