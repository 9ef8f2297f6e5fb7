package dev.latchkey.adapters.persistence;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface LeadRepository extends GenericRepository<LeadRow, Long> {

  void save(LeadRow row);

  Optional<LeadRow> findByCampaignIdAndPhoneNumber(long campaignId, String phoneNumber);

  List<LeadRow> findByCampaignIdAndPhoneNumberIn(long campaignId, Collection<String> phoneNumbers);

  /** Leaves a row whose number is there already as it is, and locks the one that is in its way. */
  @Query("INSERT INTO campaign_lead"
      + " (id, campaign_id, phone_number, details, do_not_call, answered, created_at, updated_at)"
      + " VALUES (:id, :campaignId, :phoneNumber, :details, :doNotCall, :answered, :createdAt, :updatedAt)"
      + " ON DUPLICATE KEY UPDATE id = id")
  void saveNew(List<LeadRow> rows);

  @Query("SELECT id FROM campaign_lead WHERE campaign_id = :campaignId AND phone_number IN (:phoneNumbers)")
  List<Long> ids(long campaignId, Collection<String> phoneNumbers);

  /** The rows in the order in which they are locked. */
  @Query("SELECT * FROM campaign_lead WHERE campaign_id = :campaignId AND id IN (:ids) ORDER BY id FOR UPDATE")
  List<LeadRow> lock(long campaignId, Collection<Long> ids);

  void updateAll(List<LeadRow> rows);

  @Query("DELETE FROM campaign_lead WHERE id IN (:ids)")
  long remove(Collection<Long> ids);

  /**
   * Sorted by all columns of the index, though the first is the same in all rows: H2 would sort the whole list otherwise. And the
   * index is named, as MySQL prefers to read everybody's rows by their ids.
   */
  @Query("SELECT * FROM campaign_lead USE INDEX (campaign_lead_by_campaign)"
      + " WHERE campaign_id = :campaignId AND id < :before ORDER BY campaign_id DESC, id DESC LIMIT :limit")
  List<LeadRow> newest(long campaignId, long before, int limit);
}
